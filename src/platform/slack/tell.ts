import type { View } from "@slack/types";
import type { WebClient } from "@slack/web-api";
import { answerInstead, keepForm, stillOwed } from "./answers.ts";
import { fieldOf } from "./form.ts";
import { type Locale, trouble } from "./trouble.text.ts";

/** Who is spoken to. */
export interface Person {
  teamId: string;
  enterpriseId: string | null;
  userId: string;
}

export interface Telling {
  client: WebClient;
  person: Person | undefined;
  locale: Locale;
  /** The outbox: for a person who is not waiting at a form or a button. */
  later: ((person: Person, sentence: string) => Promise<void>) | undefined;
}

/** The parts of any payload by which its sender can be answered. */
export interface Answerable {
  type?: string;
  command?: string;
  response_url?: string;
  trigger_id?: string;
  view?: { type?: string; blocks: { type: string; block_id?: string }[] };
  event?: { type?: string; channel?: string };
}

/**
 * Tells the person behind a payload one sentence, by the first way that works:
 * the ack while it is owed (a form keeps its words), `response_url` (a command, or a button in a message), a small
 * modal (a button in a view or on Home: pushed or opened with its trigger), else the outbox.
 */
export async function tell(
  body: Answerable,
  sentence: string,
  to: Telling,
  field?: string,
): Promise<boolean> {
  const ack = stillOwed(body);
  if (ack) {
    const answer =
      body.view && body.type === "view_submission"
        ? formAnswer(body.view, sentence, field)
        : answerInstead(body, sentence);
    await ack(answer);
    if (answer !== undefined) return true;
  }
  for (const way of [byResponse, byModal, byOutbox, byEphemeral]) {
    if (await way(body, sentence, to).catch(() => false)) return true;
  }
  return false;
}

function formAnswer(view: NonNullable<Answerable["view"]>, sentence: string, field?: string): unknown {
  const block = view.blocks.find(
    ({ type, block_id: id }) =>
      type === "input" && field !== undefined && id !== undefined && fieldOf(id) === field,
  );
  if (block?.block_id === undefined) return keepForm(view, sentence);
  return { response_action: "errors", errors: { [block.block_id]: sentence } };
}

type Way = (body: Answerable, sentence: string, to: Telling) => Promise<boolean>;

const byResponse: Way = async (body, sentence) => {
  if (body.response_url === undefined || body.response_url === "") return false;
  const answer = await fetch(body.response_url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ response_type: "ephemeral", replace_original: false, text: sentence }),
    signal: AbortSignal.timeout(5000),
  });
  return answer.ok;
};

const byModal: Way = async (body, sentence, { client, locale }) => {
  if (body.trigger_id === undefined) return false;
  const ask = { trigger_id: body.trigger_id, view: smallModal(sentence, locale) };
  const inModal = body.type === "block_actions" && body.view?.type === "modal";
  await (inModal ? client.views.push(ask) : client.views.open(ask));
  return true;
};

const byOutbox: Way = async (_body, sentence, { later, person }) => {
  if (!later || !person) return false;
  await later(person, sentence);
  return true;
};

/** A direct message while the database, and so the outbox, is away. The bot is always a member of its own conversation. */
const byEphemeral: Way = async (body, sentence, { client, person }) => {
  if (body.event?.channel === undefined || !person) return false;
  await client.chat.postEphemeral({ channel: body.event.channel, user: person.userId, text: sentence });
  return true;
};

function smallModal(sentence: string, locale: Locale): View {
  return {
    type: "modal",
    title: { type: "plain_text", text: trouble[locale].title },
    close: { type: "plain_text", text: trouble[locale].close },
    blocks: [{ type: "section", text: { type: "plain_text", text: sentence, emoji: true } }],
  };
}
