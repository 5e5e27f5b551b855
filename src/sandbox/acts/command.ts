import { Refusal } from "../api/refusal.ts";
import type { CommandAct, Json, MessageAct, Outcome } from "../control.ts";
import { verificationToken } from "../deliver/deliver.ts";
import { hearMessage } from "../deliver/hearing.ts";
import { channelName } from "../deliver/payloads.ts";
import { respond } from "../deliver/respond.ts";
import type { ResponseUrl } from "../deliver/response-urls.ts";
import { Impossible } from "../impossible.ts";
import type { Slack } from "../slack.ts";
import { directBetween } from "../world/conversations.ts";
import { addMessage } from "../world/messages.ts";
import { conversationOf, done, personActing } from "./act.ts";
import { asCommandText, asMessageText, asRichText } from "./typing.ts";

/** Typing `/visit lunch with Wang Li`. */
export async function typeCommand(slack: Slack, { user, channel, text }: CommandAct): Promise<Outcome> {
  const { name } = personActing(slack, user);
  const conversation = conversationOf(slack, channel, user);
  const { team, app } = slack.world;
  const [, command = text, words = ""] = /^(\/\S*)\s*([\s\S]*)$/.exec(text.trim()) ?? [];
  const known = app.manifest.features.slash_commands.find((each) => each.command === command);
  if (!known) return { ok: false, error: `${command} is not a valid command.` };
  const url: ResponseUrl = { user, channel, original: null };
  const { answer, ms } = await slack.deliver.command({
    token: verificationToken,
    team_id: team.id,
    team_domain: team.domain,
    api_app_id: app.id,
    channel_id: channel,
    channel_name: channelName(conversation),
    user_id: user,
    user_name: name,
    command,
    text: known.should_escape ? asCommandText(slack, words.trim()) : words.trim(),
    is_enterprise_install: "false",
    trigger_id: slack.triggers.issue(user),
    response_url: slack.responseUrls.issue(url),
  });
  const failure = answer ? shown(slack, url, answer) : "dispatch_failed";
  if (failure === undefined) return done(ms);
  return { ok: false, error: `${command} failed with the error ${failure}`, ackMs: Math.round(ms) };
}

/** An ack with words is an answer at once. Returns why Slack would not show it. */
function shown(slack: Slack, url: ResponseUrl, answer: Json): string | undefined {
  if (!answer["text"] && !answer["blocks"]) return undefined;
  try {
    respond(slack, url, answer);
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.error;
    throw error;
  }
}

/** Writing a message; to a person's id it opens a direct conversation without the app. */
export function writeMessage(slack: Slack, { user, channel, text, threadTs }: MessageAct): Outcome {
  personActing(slack, user);
  if (text.trim() === "") throw new Impossible("There is nothing to send");
  const conversation = slack.world.people.has(channel)
    ? directBetween(slack.world, user, channel)
    : conversationOf(slack, channel, user);
  if (!conversation.members.includes(user)) throw new Impossible(`Join #${conversation.name} to write there`);
  const isReadOnly = slack.world.app.manifest.features.app_home.messages_tab_read_only_enabled;
  if (conversation.kind === "app" && isReadOnly)
    throw new Impossible("Sending messages to this app has been turned off.");
  const message = addMessage(slack.world, conversation, {
    user,
    text: asMessageText(slack, text),
    blocks: [asRichText(slack, text)],
    threadTs: threadTs ?? null,
  });
  hearMessage(slack, conversation, message);
  return { ok: true };
}
