import type { WebClient } from "@slack/web-api";
import { formatDay } from "../platform/civil.ts";
import { type Asker, findSlackIds, type House } from "../team/index.ts";
import { type Draft, draftOf, type Remark } from "./draft.ts";
import { findLexicon } from "./lexicon.store.ts";
import { mentions, readLine } from "./reader/index.ts";
import { visitText } from "./visit.text.ts";

export interface Understood {
  draft: Draft;
  /** "Sun 8 Mar · Meal · 2 of 3 people found" */
  summary: string;
  /** What is open or unsure, a sentence each. */
  remarks: string[];
  /** Nothing in the line is about anybody we know or could add. */
  empty: boolean;
}

/** Reads a line with the names the workspace knows. Proposes; saves nothing. */
export async function understand(
  house: House,
  asker: Asker,
  client: WebClient,
  line: string,
): Promise<Understood> {
  const { scope, member, today, time, locale } = asker;
  const lexicon = await findLexicon(scope, member.id, mentions(line));
  const reading = readLine(line, { today, now: time, lexicon });
  const slackIds = await findSlackIds(house, asker, client, reading.colleagues);
  const { draft, remarks } = draftOf(reading, { today, lexicon, slackIds, locale });
  const absent = lexicon.members
    .filter(({ id }) => reading.colleagues.includes(id) && !slackIds.has(id))
    .map(({ name }) => ({ about: "colleague_not_in_slack" as const, words: name }));
  const said = reading.people.length;
  const empty = said === 0 && reading.notMet.length === 0 && draft.account === null;
  return {
    draft,
    summary: summaryOf(draft, said, asker),
    remarks: told([...remarks, ...absent], locale),
    empty,
  };
}

function summaryOf(draft: Draft, said: number, { locale, today }: Asker): string {
  const text = visitText(locale);
  return [
    `${formatDay(draft.metOn, locale, today)}${draft.metAt ? ` ${draft.metAt}` : ""}`,
    text.types[draft.type],
    draft.channel === "in_person" ? null : text.channels[draft.channel],
    draft.minutes ? text.minutesLong(draft.minutes) : null,
    said > 0 ? text.found(draft.attendees.filter(({ value }) => /^\d/.test(value)).length, said) : null,
  ]
    .filter((part) => part !== null)
    .join(" · ");
}

const told = (remarks: Remark[], locale: Asker["locale"]): string[] => [
  ...new Set(remarks.map((remark) => visitText(locale).remark(remark))),
];
