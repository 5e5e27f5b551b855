import type { ModalView } from "@slack/types";
import { hasAccounts } from "../accounts/index.ts";
import { formatDay } from "../platform/civil.ts";
import type { Asked } from "../platform/slack/asked.ts";
import { escapeText } from "../platform/slack/escape.ts";
import { errorsAt, readForm, type ViewState } from "../platform/slack/form.ts";
import type { Handle } from "../platform/slack/handle.ts";
import { formNonce } from "../platform/slack/metadata.ts";
import { updateIfOpen } from "../platform/slack/prepared.ts";
import type { SubmitAnswer } from "../platform/slack/submit.ts";
import { listStakeholders } from "../stakeholders/index.ts";
import { type Asker, admit, findColleagues, type House, spelledFor } from "../team/index.ts";
import { blankDraft } from "./draft.ts";
import { draftShown, type FormMetadata, formMetadata } from "./form.ts";
import { formOf, newForm } from "./form.view.ts";
import { openFor } from "./opening.actions.ts";
import { understand } from "./read.actions.ts";
import { findEditable } from "./rights.actions.ts";
import { editVisit, recordVisit, type Saved } from "./visit.actions.ts";
import type { Visit } from "./visit.store.ts";
import { visitText } from "./visit.text.ts";
import { type AnswerProblem, LONGEST_TEXT, visitAnswers } from "./visit.ts";
import { LOG, MORE } from "./visit.view.ts";

/** `/visit` and its form. */
export function registerVisitForm(on: Handle, house: House): void {
  on.command("/visit", async (asked) => {
    if (/^(help|帮助|\?)$/iu.test(asked.text.trim())) {
      const { locale } = await admit(house, asked);
      return asked.respond(visitText(locale).helpCommand);
    }
    await openFor(house, asked, async (asker) => {
      const line = asked.text.trim();
      if (line.length > LONGEST_TEXT)
        await asked.respond(escapeText(`${visitText(asker.locale).cutOff}\n${line}`));
      return firstForm(house, asker, asked, line);
    });
  });

  on.press(MORE, async (asked) => {
    if (!asked.view) return;
    const { locale, today } = await admit(house, asked);
    const carried = { ...formMetadata.decode(asked.view.private_metadata), more: true };
    const view = formOf(draftShown(asked.view.state.values, today), carried, { locale });
    await updateIfOpen(asked.client, asked.view.id, view);
  });

  on.submit(LOG, async (asked) => {
    const asker = await admit(house, asked);
    const carried = formMetadata.decode(asked.view.private_metadata);
    const state = asked.view.state as ViewState;
    const say = (code: string) => visitText(asker.locale).problem(code as AnswerProblem);
    const read = readForm(visitAnswers(asker.today), state);
    if (!read.ok) return { errors: mapValues(read.errors, say) };

    const visit = carried.visit ? await findEditable(asker, carried.visit.id) : undefined;
    const kept = visit?.colleagueIds;
    const ours = await findColleagues(house, asker, asked.client, read.answers.colleagues, kept);
    if (!ours) return { errors: errorsAt({ colleagues: say("colleague_refused") }, state) };
    const colleagueIds = ours.map(({ id }) => id);
    const saved =
      visit && carried.visit
        ? await editVisit(asker, visit, read.answers, { version: carried.visit.version, colleagueIds })
        : await recordVisit(asker, read.answers, { nonce: carried.nonce, colleagueIds });
    house.wake();
    return answerOf(saved, { asker, carried, state });
  });
}

async function answerOf(
  saved: Saved,
  { asker, carried, state }: { asker: Asker; carried: FormMetadata; state: ViewState },
): Promise<SubmitAnswer> {
  const text = visitText(asker.locale);
  if (saved.is === "problem") return { errors: errorsAt({ [saved.field]: text.problem(saved.code) }, state) };
  if (saved.is !== "overtaken") return undefined;
  const { id, version } = saved.theirs;
  const notes = [text.changedMeanwhile, text.theirs(await told(asker, saved.theirs))];
  const draft = draftShown(state.values, asker.today);
  return { update: formOf(draft, { ...carried, visit: { id, version } }, asker, notes) };
}

/** What somebody else's version says, all of it: "Save" would write over it. */
async function told({ scope, locale, today }: Asker, theirs: Visit): Promise<string[]> {
  const text = visitText(locale);
  const people = await listStakeholders(scope, theirs.attendeeIds);
  const parts = [
    formatDay(theirs.metOn, locale, today),
    theirs.metAt,
    text.types[theirs.type],
    text.channels[theirs.channel],
    people.map((person) => spelledFor(person, locale) ?? person.title).join(", "),
    theirs.outcome.slice(0, 1000),
    theirs.nextStep &&
      text.step(
        theirs.nextStep.slice(0, 300),
        theirs.nextStepDue && formatDay(theirs.nextStepDue, locale, today),
      ),
  ];
  return parts.filter((part): part is string => part !== null && part !== "");
}

async function firstForm(house: House, asker: Asker, asked: Asked, line: string): Promise<ModalView> {
  const text = visitText(asker.locale);
  if (!line) {
    const notes = (await hasAccounts(asker.scope)) ? [] : [text.noAccounts];
    return formOf(blankDraft(asker.today), newForm(null, formNonce()), asker, notes);
  }
  const { draft, summary, remarks } = await understand(house, asker, asked.client, line);
  return formOf(draft, newForm(draft, formNonce()), asker, [text.understood(summary), ...remarks]);
}

const mapValues = (errors: Record<string, string>, say: (code: string) => string): Record<string, string> =>
  Object.fromEntries(Object.entries(errors).map(([block, code]) => [block, say(code)]));
