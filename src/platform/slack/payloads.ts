import type { BlockAction, SlackShortcut, ViewOutput } from "@slack/bolt";
import type { Option } from "@slack/types";
import type { Asked } from "./asked.ts";
import { plainText } from "./escape.ts";
import { answerOf, type ElementState } from "./form.ts";

export interface CommandAsked extends Asked {
  command: string;
  /** As the person saw it; `raw` is Slack's spelling, with `<@U1|ana>`. */
  text: string;
  raw: string;
  channelId: string;
}

export interface PressAsked extends Asked {
  actionId: string;
  blockId: string;
  /** A button's value, a picked option or date; a list for checkboxes and multi-selects. */
  value: string | number | string[] | undefined;
  /** Where it was pressed: a modal or Home, or a message. */
  view: ViewOutput | undefined;
  message: { channelId: string; ts: string } | undefined;
}

export interface SubmitAsked extends Asked {
  view: ViewOutput;
}

export interface SuggestAsked extends Asked {
  query: string;
  /** Its values lack what was just picked. */
  view: ViewOutput | undefined;
  /** Adds options to the answer now, for a search that may be stopped at 2.5 s. */
  offer(options: Option[]): void;
}

export interface ShortcutAsked extends Asked {
  /** The message a message shortcut was used on. */
  message: { channelId: string; ts: string; text: string; userId: string | undefined } | undefined;
}

/** Where it was pressed, and what it says now. */
export function pressOf(body: BlockAction, action: BlockAction["actions"][number]) {
  const { container, message, channel, view } = body;
  const channelId = channel?.id ?? container["channel_id"];
  const ts = message?.ts ?? container["message_ts"];
  return {
    actionId: action.action_id,
    blockId: action.block_id,
    value: answerOf(action as ElementState),
    view,
    message: typeof channelId === "string" && typeof ts === "string" ? { channelId, ts } : undefined,
  };
}

export function shortcutMessage(shortcut: SlackShortcut): ShortcutAsked["message"] {
  if (shortcut.type !== "message_action") return undefined;
  const { channel, message } = shortcut;
  return { channelId: channel.id, ts: message.ts, text: plainText(message.text ?? ""), userId: message.user };
}
