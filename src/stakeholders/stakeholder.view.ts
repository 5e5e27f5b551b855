import type { PlainTextOption } from "@slack/types";
import type { Day } from "../platform/civil.ts";
import { LIMIT, option } from "../platform/slack/blocks.ts";
import { clip } from "../platform/slack/clip.ts";
import { type Locale, type Spelled, spelledFor } from "../team/index.ts";
import { stakeholderText } from "./stakeholder.text.ts";

/** A person as a picker shows them: the name is what stays in the field, the rest helps to tell two apart. */
export function personOption(
  person: Spelled & { id: number; title: string | null; account: Spelled; lastEffectiveOn: Day | null },
  locale: Locale,
  today: Day,
): PlainTextOption {
  const text = stakeholderText(locale);
  const known = spelledFor(person, locale);
  const name = known ?? text.seatName(person.title ?? "");
  const details = [
    clip(spelledFor(person.account, locale) ?? "", 25),
    known && person.title ? clip(person.title, 25) : null,
    text.lastMet(person.lastEffectiveOn, today),
  ];
  return option(name, String(person.id), details.filter((part) => part !== null).join(" · "));
}

/** What a picker offers besides those it found: the words typed, as a name or as a role whose name is unknown. */
export function addOptions(typed: string, locale: Locale): PlainTextOption[] {
  const text = stakeholderText(locale);
  return [
    { label: text.add(clip(typed, 55)), value: `new:${typed}` },
    { label: text.addSeat(clip(typed, 45)), value: `seat:${typed}` },
  ]
    .filter(({ value }) => value.length <= LIMIT.option)
    .map(({ label, value }) => option(label, value));
}

/** A choice already made, as the picker of an opened form shows it. */
export function chosenOption(choice: { value: string; text: string }, locale: Locale): PlainTextOption {
  const text = stakeholderText(locale);
  if (choice.value.startsWith("new:")) return option(text.add(clip(choice.text, 55)), choice.value);
  if (choice.value.startsWith("seat:")) return option(text.seatName(clip(choice.text, 55)), choice.value);
  return option(choice.text, choice.value);
}
