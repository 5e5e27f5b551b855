import type { App } from "@slack/bolt";
import type { HomeView } from "@slack/types";
import { type Asked, guard } from "./asked.ts";
import type { Boundary } from "./boundary.ts";
import { plainText } from "./escape.ts";
import { type FirstTime, isRepeat } from "./seen.ts";

export interface MessageAsked extends Asked {
  channelId: string;
  ts: string;
  threadTs: string | undefined;
  /** As the person saw it; `raw` is Slack's spelling, with `<@U1|ana>`. */
  text: string;
  raw: string;
  files: { id: string; name: string; size: number; url: string }[];
}

export interface EventAsked extends Omit<Asked, "open" | "push" | "respond" | "triggerId" | "userId"> {
  userId: string | undefined;
  event: Readonly<Record<string, unknown>>;
}

/** What Slack tells us unasked. Bolt acks these by itself, so nothing here holds up an ack. */
export function events(app: App, boundary: Boundary, firstTime: FirstTime) {
  return {
    /** A direct message from a person, each one once. Bots, edits, deletions and broadcasts are left out. */
    message(does: (asked: MessageAsked) => Promise<void>): void {
      app.event("message", async (args) => {
        const message = args.event as IncomingMessage;
        if (!isFromPerson(message)) return;
        await guard(boundary, args, async (asked) => {
          if (await isRepeat(firstTime, args.body)) return;
          await does({ ...asked, ...messageOf(message) });
        });
      });
    },

    /** Home was opened: what is returned is published. On an error a Home that says so, never a spinner. */
    home(draw: (asked: Asked) => Promise<HomeView>): void {
      app.event("app_home_opened", async (args) => {
        if (args.event.tab !== "home") return;
        await guard(boundary, args, async (asked) => {
          const view = await draw(asked).catch((error: unknown) => boundary.brokenHome(error, asked));
          await asked.client.views.publish({ user_id: asked.userId, view });
        });
      });
    },

    /** Any other event (`user_change`, `app_uninstalled`, `tokens_revoked`), each once. Its errors are only logged. */
    event(type: string, does: (asked: EventAsked) => Promise<void>): void {
      app.event(type, async (args) => {
        // The last two name no user: nobody is told of their errors anyway.
        const context = { ...args.context, userId: args.context.userId ?? "" };
        await guard(boundary, { ...args, context }, async (asked) => {
          if (await isRepeat(firstTime, args.body)) return;
          const event = args.event as unknown as EventAsked["event"];
          await does({ ...asked, event, userId: asked.userId === "" ? undefined : asked.userId });
        });
      });
    },
  };
}

interface IncomingMessage {
  subtype?: string;
  channel_type?: string;
  bot_id?: string;
  hidden?: boolean;
  user?: string;
  channel: string;
  ts: string;
  thread_ts?: string;
  text?: string;
  files?: {
    id: string;
    name?: string | null;
    size?: number;
    url_private_download?: string;
    url_private?: string;
  }[];
}

function isFromPerson(message: IncomingMessage): boolean {
  if (message.channel_type !== "im" || message.bot_id !== undefined || message.hidden === true) return false;
  if (message.user === undefined || message.user === "USLACKBOT") return false;
  return message.subtype === undefined || message.subtype === "file_share";
}

function messageOf({ channel, ts, thread_ts, text = "", files = [] }: IncomingMessage) {
  return {
    channelId: channel,
    ts,
    threadTs: thread_ts,
    raw: text,
    text: plainText(text).trim(),
    files: files.map((file) => ({
      id: file.id,
      name: file.name ?? "",
      size: file.size ?? 0,
      url: file.url_private_download ?? file.url_private ?? "",
    })),
  };
}
