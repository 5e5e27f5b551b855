import type { PlainTextOption } from "@slack/types";
import { accountOption } from "../../src/accounts/account.view.ts";
import type { SlackMessage } from "../../src/platform/outbox/outbox.ts";
import { addOptions, chosenOption, personOption } from "../../src/stakeholders/stakeholder.view.ts";
import type { Locale } from "../../src/team/index.ts";
import { draftCard, visitCard } from "../../src/visits/card.view.ts";
import { blankDraft } from "../../src/visits/draft.ts";
import { formOf, newForm } from "../../src/visits/form.view.ts";
import { visitText } from "../../src/visits/visit.text.ts";
import { notice, skeleton, visitForm } from "../../src/visits/visit.view.ts";
import { card, cut, draft, TODAY, type Words } from "./people.samples.ts";

/** What a view function made: exactly one of these. */
export type Shown =
  | { view: object }
  | { message: SlackMessage }
  | { options: PlainTextOption[] }
  | { metadata: object };

const NONCE = "4b4ad1c2-8f5f-4a53-9a1b-6a1a8c6b9d3e";
const yesNo = [true, false];

/** Every exported view function, made to show everything it can. A new one without a sample fails the suite. */
export const SAMPLES: Record<string, (words: Words, locale: Locale) => Shown[]> = {
  "visits/visit.view visitForm": (words, locale) =>
    yesNo.flatMap((more) =>
      yesNo.flatMap((editing) =>
        [draft(words), blankDraft(TODAY)].map((shown) => ({
          view: visitForm({
            ...{ draft: shown, locale, more, editing, today: TODAY, metadata: "x".repeat(3000) },
            notes: Array.from({ length: 30 }, () => words.long || "–"),
          }),
        })),
      ),
    ),
  "visits/visit.view skeleton": (_, locale) => [{ view: skeleton(locale) }],
  "visits/visit.view notice": (words, locale) => [
    { view: notice(locale, words.long || "–") },
    // As the form says it after Delete visit.
    { view: notice(locale, visitText(locale).deleted(words.account)) },
  ],
  "visits/form.view newForm": (words) => [
    { metadata: newForm(draft(words), NONCE) },
    { metadata: newForm(null, NONCE) },
  ],
  "visits/form.view formOf": (words, locale) => [
    { view: formOf(draft(words), newForm(draft(words), NONCE), { locale }, [words.account]) },
    {
      view: formOf(
        blankDraft(TODAY),
        { nonce: NONCE, more: true, visit: { id: 2147483647, version: 99 }, account: 2147483647 },
        { locale },
      ),
    },
  ],
  "visits/card.view visitCard": (words, locale) => {
    const facts = card(words);
    const bare = {
      metAt: null,
      minutes: null,
      outcome: "",
      nextStep: null,
      nextStepDue: null,
      coverage: null,
    };
    return [
      facts,
      { ...facts, deleted: true },
      { ...facts, planned: true },
      { ...facts, reasons: [], coverageChange: 1, channel: "in_person" as const },
      { ...facts, ...bare, people: [], colleagues: [], reasons: [], coverageChange: 0 },
      {
        ...facts,
        people: [{ name: null, title: null, account: null, lastEffectiveOn: null, nextDueOn: TODAY }],
      },
    ].map((each) => ({ message: visitCard(each, locale, TODAY) }));
  },
  "visits/card.view draftCard": (words, locale) => {
    const told = {
      id: NONCE,
      understood: words.account,
      notes: Array.from({ length: 12 }, () => words.name),
      locale,
      today: TODAY,
    };
    return [
      { message: draftCard(draft(words), told) },
      { message: draftCard({ ...draft(words), account: null }, { ...told, notes: [] }) },
      { message: draftCard(blankDraft(TODAY), told) },
    ];
  },
  "accounts/account.view accountOption": (words, locale) =>
    (["S", null] as const).map((grade) => ({
      options: [accountOption({ id: 2147483647, name: words.account, nativeName: null, grade }, locale)],
    })),
  "stakeholders/stakeholder.view personOption": (words, locale) => {
    const account = { name: words.account, nativeName: null };
    const person = { id: 2147483647, name: words.name, nativeName: null, title: words.title, account };
    return [person, { ...person, title: null }, { ...person, name: null }].map((each, at) => ({
      options: [personOption({ ...each, lastEffectiveOn: at === 0 ? null : "2025-12-31" }, locale, TODAY)],
    }));
  },
  "stakeholders/stakeholder.view addOptions": (words, locale) =>
    [words.name, cut(words.name, 71), cut(words.name, 12), "x"].map((typed) => ({
      options: addOptions(typed, locale),
    })),
  "stakeholders/stakeholder.view chosenOption": (words, locale) => [
    { options: draft(words).attendees.map((choice) => chosenOption(choice, locale)) },
  ],
};
