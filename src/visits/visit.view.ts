import type { InputBlock, KnownBlock, ModalView } from "@slack/types";
import {
  actions,
  button,
  context,
  option,
  placeholder,
  question,
  section,
  title,
} from "../platform/slack/blocks.ts";
import { chosenOption } from "../stakeholders/index.ts";
import type { Locale } from "../team/index.ts";
import type { Choice, Draft } from "./draft.ts";
import { type VisitText, visitText } from "./visit.text.ts";
import { CHANNELS, LONGEST_TEXT, VISIT_TYPES } from "./visit.ts";

export const LOG = "visits.log";
export const MORE = "visits.more";
export const EDIT = "visits.edit";
export const UNDO = "visits.undo";
export const DELETE = "visits.delete";
export const RESTORE = "visits.restore";
export const SAVE_DRAFT = "visits.save-draft";
export const CHANGE_DRAFT = "visits.change-draft";

export interface VisitForm {
  draft: Draft;
  locale: Locale;
  /** Shown above the fields: what was read, what is open. */
  notes: string[];
  /** Encoded private_metadata. */
  metadata: string;
  more: boolean;
  /** An existing visit: its title is *Edit visit*, and it can be deleted. */
  editing: boolean;
}

/** *Log a visit*: seven questions, the rest behind *More details*. */
export function visitForm({ draft, locale, notes, metadata, more, editing }: VisitForm): ModalView {
  const text = visitText(locale);
  return {
    type: "modal",
    callback_id: LOG,
    private_metadata: metadata,
    title: title(editing ? text.editTitle : text.logTitle),
    submit: title(text.save),
    close: title(text.cancel),
    blocks: [
      ...notes.slice(0, 10).map((note) => context(note)),
      ...essentials(draft, text),
      ...(more ? details(draft, text) : []),
      ...formButtons(text, more, editing),
    ],
  };
}

function essentials(draft: Draft, text: VisitText): InputBlock[] {
  const day = { type: "datepicker", initial_date: draft.metOn } as const;
  return [
    accountQuestion(draft.account, text),
    attendeesQuestion(draft.attendees, text),
    question("metOn", text.metOn, day, {
      hint: text.metOnHint,
    }),
    question("type", text.type, {
      type: "static_select",
      options: VISIT_TYPES.map((type) => option(text.types[type], type)),
      initial_option: option(text.types[draft.type], draft.type),
    }),
    question("outcome", text.outcome, longInput(draft.outcome, text.outcomeHint, true), { optional: true }),
    question("nextStep", text.nextStep, longInput(draft.nextStep, text.nextStepHint, false), {
      optional: true,
    }),
    question(
      "nextStepDue",
      text.nextStepDue,
      { type: "datepicker", ...(draft.nextStepDue ? { initial_date: draft.nextStepDue } : {}) },
      { optional: true },
    ),
  ];
}

function accountQuestion(account: Choice | null, text: VisitText): InputBlock {
  return question(
    "account",
    text.account,
    {
      type: "external_select",
      action_id: "accounts.search",
      min_query_length: 0,
      placeholder: placeholder(text.accountHint),
      ...(account ? { initial_option: option(account.text, account.value) } : {}),
    },
    { dispatch: true },
  );
}

function attendeesQuestion(attendees: Choice[], text: VisitText): InputBlock {
  return question("attendees", text.attendees, {
    type: "multi_external_select",
    action_id: "stakeholders.search",
    min_query_length: 0,
    placeholder: placeholder(text.attendeesHint),
    ...(attendees.length > 0
      ? { initial_options: attendees.map((each) => chosenOption(each, text.language)) }
      : {}),
  });
}

const longInput = (initial: string, hint: string, multiline: boolean) =>
  ({
    type: "plain_text_input",
    multiline,
    max_length: LONGEST_TEXT,
    placeholder: placeholder(hint),
    ...(initial ? { initial_value: initial.slice(0, LONGEST_TEXT) } : {}),
  }) as const;

function details(draft: Draft, text: VisitText): InputBlock[] {
  const optional = { optional: true };
  return [
    question(
      "metAt",
      text.metAt,
      { type: "timepicker", ...(draft.metAt ? { initial_time: draft.metAt } : {}) },
      optional,
    ),
    question("channel", text.channel, {
      type: "static_select",
      options: CHANNELS.map((channel) => option(text.channels[channel], channel)),
      initial_option: option(text.channels[draft.channel], draft.channel),
    }),
    question(
      "minutes",
      text.minutes,
      {
        type: "number_input",
        is_decimal_allowed: false,
        min_value: "1",
        max_value: "1440",
        ...(draft.minutes ? { initial_value: String(draft.minutes) } : {}),
      },
      optional,
    ),
    question(
      "colleagues",
      text.colleagues,
      {
        type: "multi_users_select",
        ...(draft.colleagues.length > 0 ? { initial_users: draft.colleagues } : {}),
      },
      optional,
    ),
  ];
}

function formButtons(text: VisitText, more: boolean, editing: boolean): KnownBlock[] {
  const confirm = { title: text.remove, text: text.confirmRemove, yes: text.remove, no: text.keep };
  const buttons = [
    ...(more ? [] : [button(text.more, MORE)]),
    ...(editing ? [button(text.remove, DELETE, undefined, { style: "danger", confirm })] : []),
  ];
  return buttons.length > 0 ? [actions("visits.form", ...buttons)] : [];
}

/** Shown when the form takes more than a moment to prepare: the trigger must be used within three seconds. */
export const skeleton = (locale: Locale): ModalView => notice(locale, visitText(locale).opening);

/** A modal that only says something. */
export function notice(locale: Locale, sentence: string, heading = visitText(locale).logTitle): ModalView {
  const text = visitText(locale);
  return {
    type: "modal",
    callback_id: "visits.notice",
    title: title(heading),
    close: title(text.close),
    blocks: [section(sentence)],
  };
}
