import type { Scope } from "../platform/db/scope.ts";
import { post } from "../platform/outbox/outbox.store.ts";
import type { SlackMessage } from "../platform/outbox/outbox.ts";
import { section } from "../platform/slack/blocks.ts";
import type { Handle } from "../platform/slack/handle.ts";
import { formNonce, nonceField } from "../platform/slack/metadata.ts";
import { Refusal } from "../platform/slack/trouble.ts";
import { type Asker, admit, findColleagues, type House, type Locale } from "../team/index.ts";
import { formCardKey, seeCard } from "./card.actions.ts";
import { draftCard } from "./card.view.ts";
import { findDraft, keepDraft } from "./draft.store.ts";
import type { Draft } from "./draft.ts";
import { submissionOf } from "./form.ts";
import { formOf, newForm } from "./form.view.ts";
import { openFor } from "./opening.actions.ts";
import { type Understood, understand } from "./read.actions.ts";
import { recordVisit } from "./visit.actions.ts";
import { visitText } from "./visit.text.ts";
import { type AnswerProblem, LONGEST_TEXT, visitAnswers } from "./visit.ts";
import { CHANGE_DRAFT, SAVE_DRAFT } from "./visit.view.ts";

const MOST_LINES = 10;
/** `/visit` typed into a message by a thumb, in either language. */
const COMMAND = /^(?:[/、／]visit|[/、／]?记?拜访)(?=$|[\s:：,，])[\s:：,，]*/iu;
const HELP = /^[/、／]?(?:help|hi|hello|帮助|你好|\?|？)$/iu;

/** A plain direct message: each line is a draft, answered by a card that says what was understood. */
export function registerVisitMessages(on: Handle, house: House): void {
  on.message(async (asked) => {
    const asker = await admit(house, asked);
    const lines = asked.text
      .split(/\r?\n/u)
      .map((line) => line.trim().replace(COMMAND, ""))
      .filter((line) => line !== "" && !HELP.test(line));
    const short = lines.filter((line) => line.length <= LONGEST_TEXT);
    const understood: Understood[] = [];
    for (const line of short.slice(0, MOST_LINES))
      understood.push(await understand(house, asker, asked.client, line));
    const drafted = understood.filter(({ empty }) => !empty);

    await asker.scope.together(async (tx) => {
      for (const each of drafted) await keepAsCard(tx, asker, asked.userId, each);
      const sentence = answerTo(
        { said: lines.length, short: short.length, drafted: drafted.length },
        asker.locale,
      );
      const key = `message:${asked.channelId}:${asked.ts}`;
      if (sentence)
        await post(tx, { key, recipient: asked.userId, message: plainly(sentence), subjects: [] });
    });
    house.wake();
  });

  on.press(SAVE_DRAFT, async (asked) => {
    const asker = await admit(house, asked);
    const text = visitText(asker.locale);
    const id = String(asked.value);
    const draft = await ownDraft(asker, id);
    if (asked.message) await seeCard(asker.scope, formCardKey(asker.member.id, id), asked.message);
    const read = visitAnswers(asker.today).safeParse(submissionOf(draft));
    if (!read.success) throw new Refusal(text.problem(read.error.issues[0]?.message as AnswerProblem));
    const ours = await findColleagues(house, asker, asked.client, read.data.colleagues);
    if (!ours) throw new Refusal(text.problem("colleague_refused"));
    const colleagueIds = ours.map((member) => member.id);
    const saved = await recordVisit(asker, read.data, { nonce: id, colleagueIds });
    if (saved.is === "problem") throw new Refusal(text.problem(saved.code));
    house.wake();
  });

  on.press(CHANGE_DRAFT, async (asked) => {
    await openFor(house, asked, async (asker) => {
      const id = String(asked.value);
      const draft = await ownDraft(asker, id);
      return formOf(draft, newForm(draft, id), asker);
    });
  });
}

/** @throws Refusal when it is gone, or somebody else's: the id comes from a client. */
async function ownDraft({ scope, member, locale }: Asker, id: string): Promise<Draft> {
  const draft = nonceField.safeParse(id).success ? await findDraft(scope, id, member.id) : undefined;
  if (!draft) throw new Refusal(visitText(locale).draftGone);
  return draft;
}

async function keepAsCard(
  tx: Scope,
  { member, locale, today }: Asker,
  recipient: string,
  read: Understood,
): Promise<void> {
  const id = formNonce();
  await keepDraft(tx, id, member.id, read.draft);
  const message = draftCard(read.draft, { id, understood: read.summary, notes: read.remarks, locale, today });
  await post(tx, { key: formCardKey(member.id, id), recipient, message, subjects: [] });
}

/** What is said besides the cards: when a line was too long, or one too many, or none was about anybody. */
function answerTo(lines: { said: number; short: number; drafted: number }, locale: Locale): string | null {
  const text = visitText(locale);
  if (lines.short < lines.said) return text.lineTooLong;
  if (lines.drafted === 0) return text.help;
  return lines.said > MOST_LINES ? text.tooManyLines(MOST_LINES) : null;
}

const plainly = (sentence: string): SlackMessage => ({ text: sentence, blocks: [section(sentence)] });
