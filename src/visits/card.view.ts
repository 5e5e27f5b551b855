import type { KnownBlock, RichTextElement } from "@slack/types";
import type { Coverage } from "../coverage/index.ts";
import { type Day, formatDay } from "../platform/civil.ts";
import type { SlackMessage } from "../platform/outbox/outbox.ts";
import { actions, button, context } from "../platform/slack/blocks.ts";
import { clip } from "../platform/slack/clip.ts";
import { escapeText } from "../platform/slack/escape.ts";
import { bold, bullets, line, member, quote, rich, words } from "../platform/slack/rich.ts";
import { stakeholderText } from "../stakeholders/index.ts";
import type { Locale } from "../team/index.ts";
import { undoOf } from "./card.ts";
import type { Draft } from "./draft.ts";
import type { NotEffective } from "./effective.ts";
import { type VisitText, visitText } from "./visit.text.ts";
import type { Channel, VisitBefore, VisitType } from "./visit.ts";
import { CHANGE_DRAFT, EDIT, RESTORE, SAVE_DRAFT, UNDO } from "./visit.view.ts";

/** Everything a visit's card shows, as counted when it was written. */
export interface CardFacts {
  visitId: number;
  version: number;
  /** What the last edit replaced, if it can still be undone. */
  previous: VisitBefore | null;
  accountName: string;
  metOn: Day;
  metAt: string | null;
  type: VisitType;
  channel: Channel;
  minutes: number | null;
  planned: boolean;
  deleted: boolean;
  reasons: NotEffective[];
  people: {
    name: string | null;
    title: string | null;
    /** Set when they belong to another account than the visit's. */
    account: string | null;
    lastEffectiveOn: Day | null;
    nextDueOn: Day;
  }[];
  colleagues: string[];
  outcome: string;
  nextStep: string | null;
  nextStepDue: Day | null;
  coverage: Coverage | null;
  /** People covered now less people covered before. */
  coverageChange: number;
}

const MOST_PEOPLE = 10;
const MOST_COLLEAGUES = 5;
/** Names are shown short: Slack refuses a message of more than some 13,000 characters, and nobody reads one. */
const short = (name: string): string => clip(name, 80);

/** The confirmation: what was saved, whose clocks moved, how far the account is covered; *Edit* and *Undo*. */
export function visitCard(card: CardFacts, locale: Locale, today: Day): SlackMessage {
  const text = visitText(locale);
  const head = headline(card, text);
  const counts = coverageLine(card, text);
  const blocks: KnownBlock[] = [
    rich(line(bold(head)), line(whenAndHow(card, text, today))),
    ...(card.deleted ? [] : body(card, text, today)),
    ...(counts ? [context(counts)] : []),
    buttons(card, text),
  ];
  return { text: escapeText(counts ? `${head} · ${counts}` : head), blocks };
}

function headline(card: CardFacts, text: VisitText): string {
  if (card.deleted) return text.deleted(short(card.accountName));
  return card.planned ? text.planned(short(card.accountName)) : text.saved(short(card.accountName));
}

function whenAndHow(card: CardFacts, text: VisitText, today: Day): string {
  return [
    `${formatDay(card.metOn, text.language, today)}${card.metAt ? ` ${card.metAt}` : ""}`,
    text.types[card.type],
    card.channel === "in_person" ? null : text.channels[card.channel],
    card.minutes ? text.minutesLong(card.minutes) : null,
    card.colleagues.length > 0 ? text.with(colleaguesShown(card.colleagues, text)) : null,
  ]
    .filter((part) => part !== null)
    .join(" · ");
}

function colleaguesShown(names: string[], text: VisitText): string[] {
  const shown = names.slice(0, MOST_COLLEAGUES).map(short);
  return names.length > shown.length ? [...shown, text.andMore(names.length - shown.length)] : shown;
}

function body(card: CardFacts, text: VisitText, today: Day): KnownBlock[] {
  const people = card.people.slice(0, MOST_PEOPLE).map((person) => personLine(person, text, today));
  const hidden = card.people.length - people.length;
  const more = hidden > 0 ? [[words(text.andMore(hidden))]] : [];
  const due = card.nextStepDue ? formatDay(card.nextStepDue, text.language, today) : null;
  const said = [
    ...(people.length > 0 ? [bullets([...people, ...more])] : []),
    ...(card.outcome ? [quote(clip(card.outcome, 600))] : []),
  ];
  return [
    ...(said.length > 0 ? [rich(...said)] : []),
    ...(card.nextStep ? [rich(line(text.step(clip(card.nextStep, 300), due)))] : []),
    ...(card.reasons.length > 0 && !card.planned ? [context(text.doesntCount(card.reasons))] : []),
  ];
}

function personLine(person: CardFacts["people"][number], text: VisitText, today: Day): RichTextElement[] {
  if (person.name === null) return [bold(short(person.title ?? "")), words(` · ${text.seatToFill}`)];
  const due = text.nextDue(person.nextDueOn, today);
  const elsewhere = person.account ? ` (${short(person.account)})` : "";
  return [
    bold(short(person.name)),
    words(`${elsewhere} · ${person.lastEffectiveOn ? due : `${text.notYetMet}, ${due}`}`),
  ];
}

function coverageLine(card: CardFacts, text: VisitText): string {
  const { coverage } = card;
  if (!coverage || (card.planned && !card.deleted) || coverage.total === 0) return "";
  const covered = text.covered(
    short(card.accountName),
    coverage.covered,
    coverage.total,
    card.coverageChange,
  );
  return coverage.departmentsUnset > 0
    ? `${covered} · ${text.headcountUnset(coverage.departmentsUnset)}`
    : covered;
}

function buttons(card: CardFacts, text: VisitText): KnownBlock {
  const value = `${card.visitId}:${card.version}`;
  const undo = undoOf(card) === null ? [] : [button(text.undo, UNDO, value)];
  const offered = card.deleted
    ? [button(text.restore, RESTORE, value)]
    : [button(text.edit, EDIT, value), ...undo];
  return actions(`visits.card:${card.visitId}`, ...offered);
}

interface Told {
  /** The draft's own id. */
  id: string;
  notes: string[];
  understood: string;
  locale: Locale;
  today: Day;
}

/** What was understood of a line, before anything is saved. Without account or people there is nothing to save yet. */
export function draftCard(draft: Draft, { id, notes, understood, locale, today }: Told): SlackMessage {
  const text = visitText(locale);
  const head = text.draftOf(draft.account ? short(draft.account.text) : null);
  const due = draft.nextStepDue ? formatDay(draft.nextStepDue, text.language, today) : null;
  const complete = draft.account !== null && draft.attendees.length > 0;
  const hidden = draft.attendees.length - MOST_PEOPLE;
  const who = draft.attendees
    .slice(0, MOST_PEOPLE)
    .map(({ value, text: name }) => [
      bold(value.startsWith("seat:") ? stakeholderText(locale).seatName(short(name)) : short(name)),
      ...(value.startsWith("new:") ? [words(` · ${text.willBeAdded}`)] : []),
    ]);
  return {
    text: escapeText(`${head} · ${understood}`),
    blocks: [
      rich(
        line(bold(head)),
        line(understood, ...present(draft.colleagues, text)),
        ...(who.length > 0 ? [bullets(hidden > 0 ? [...who, [words(text.andMore(hidden))]] : who)] : []),
        ...(draft.outcome ? [quote(clip(draft.outcome, 600))] : []),
      ),
      ...(draft.nextStep ? [rich(line(text.step(clip(draft.nextStep, 300), due)))] : []),
      ...notes.slice(0, 5).map((note) => context(note)),
      actions(
        `visits.draft:${id}`,
        ...(complete ? [button(text.saveDraft, SAVE_DRAFT, id, { style: "primary" as const })] : []),
        button(text.change, CHANGE_DRAFT, id),
      ),
    ],
  };
}

/** Colleagues of a draft, by Slack id: each reader sees the name their Slack shows. */
function present(slackIds: string[], text: VisitText): RichTextElement[] {
  if (slackIds.length === 0) return [];
  const shown = slackIds.slice(0, MOST_COLLEAGUES).flatMap((id) => [words(" "), member(id)]);
  const hidden = slackIds.length - MOST_COLLEAGUES;
  return [words(` · ${text.together}`), ...shown, ...(hidden > 0 ? [words(` ${text.andMore(hidden)}`)] : [])];
}
