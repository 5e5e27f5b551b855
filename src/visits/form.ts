import { z } from "zod";
import { metadata, nonceField } from "../platform/slack/metadata.ts";
import { type Locale, type Spelled, spelledFor } from "../team/index.ts";
import { blankDraft, type Choice, type Draft } from "./draft.ts";
import { CHANNELS, VISIT_TYPES, type VisitFacts } from "./visit.ts";

/** What a form carries with it. It comes back from a client: rights are checked again. */
export const formMetadata = metadata(
  z.object({
    nonce: nonceField,
    /** Set when an existing visit is edited, with the version that was shown. */
    visit: z.object({ id: z.int(), version: z.int() }).optional(),
    /** The account the form opened with, until another is picked. */
    account: z.int().optional(),
    more: z.boolean().default(false),
  }),
);
export type FormMetadata = ReturnType<typeof formMetadata.decode>;

const picked = z.object({ text: z.object({ text: z.string() }), value: z.string() });
const element = z.looseObject({
  value: z.string().nullish(),
  selected_date: z.string().nullish(),
  selected_time: z.string().nullish(),
  selected_option: picked.nullish(),
  selected_options: z.array(picked).nullish(),
  selected_users: z.array(z.string()).nullish(),
});
const state = z.record(z.string(), z.record(z.string(), element));

/** What a person sees in the form at this moment, so that it can be drawn again with more fields. */
export function draftShown(values: unknown, today: string): Draft {
  const shown = state.catch({}).parse(values);
  const fields = new Map(
    Object.entries(shown).map(([block, elements]) => [
      block.replace(/:\d+$/, ""),
      Object.values(elements)[0],
    ]),
  );
  const day = (field: string) => fields.get(field)?.selected_date ?? null;
  const account = fields.get("account")?.selected_option;
  return {
    ...blankDraft(today),
    account: account ? choiceOf(account) : null,
    attendees: (fields.get("attendees")?.selected_options ?? []).map(choiceOf),
    metOn: day("metOn") ?? today,
    metAt: fields.get("metAt")?.selected_time ?? null,
    type: z.enum(VISIT_TYPES).catch("visit").parse(fields.get("type")?.selected_option?.value),
    channel: z.enum(CHANNELS).catch("in_person").parse(fields.get("channel")?.selected_option?.value),
    minutes: Number(fields.get("minutes")?.value) || null,
    outcome: fields.get("outcome")?.value ?? "",
    nextStep: fields.get("nextStep")?.value ?? "",
    nextStepDue: day("nextStepDue"),
    colleagues: fields.get("colleagues")?.selected_users ?? [],
  };
}

/** The label of somebody to add says so ("➕ Add …"); the name itself is in the value. */
function choiceOf({ text, value }: z.output<typeof picked>): Choice {
  const unwritten = /^(new|seat):(.+)$/su.exec(value);
  return { value, text: unwritten?.[2] ?? text.text };
}

/** The words of a draft as the form would submit them. */
export const submissionOf = (draft: Draft) => ({
  account: draft.account?.value,
  attendees: draft.attendees.map(({ value }) => value),
  metOn: draft.metOn,
  type: draft.type,
  outcome: draft.outcome,
  nextStep: draft.nextStep,
  nextStepDue: draft.nextStepDue ?? undefined,
  metAt: draft.metAt ?? undefined,
  channel: draft.channel,
  minutes: draft.minutes === null ? undefined : String(draft.minutes),
  colleagues: draft.colleagues,
});

/** A saved visit back in its form. */
export function draftOfVisit(
  visit: VisitFacts & { accountName: string; accountNativeName: string | null },
  people: (Spelled & { id: number; title: string | null })[],
  slackIds: ReadonlyMap<number, string>,
  locale: Locale,
): Draft {
  const account = { name: visit.accountName, nativeName: visit.accountNativeName };
  const shown = (person: (typeof people)[number]) => spelledFor(person, locale) ?? person.title ?? "";
  return {
    account: { value: String(visit.accountId), text: spelledFor(account, locale) ?? "" },
    attendees: people.map((person) => ({ value: String(person.id), text: shown(person) })),
    metOn: visit.metOn,
    metAt: visit.metAt,
    type: visit.type,
    channel: visit.channel,
    minutes: visit.minutes,
    outcome: visit.outcome,
    nextStep: visit.nextStep ?? "",
    nextStepDue: visit.nextStepDue,
    colleagues: visit.colleagueIds.flatMap((id) => slackIds.get(id) ?? []),
  };
}

/** Details are shown at once when one of them says something. */
export const hasDetails = (draft: Draft): boolean =>
  draft.metAt !== null ||
  draft.minutes !== null ||
  draft.channel !== "in_person" ||
  draft.colleagues.length > 0;
