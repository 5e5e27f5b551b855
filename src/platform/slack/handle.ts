import type { App, BlockAction } from "@slack/bolt";
import type { Ack, ShownView } from "./answers.ts";
import { type Asked, guard, PATIENCE } from "./asked.ts";
import type { Boundary } from "./boundary.ts";
import { plainText } from "./escape.ts";
import { events } from "./events.ts";
import {
  type CommandAsked,
  type PressAsked,
  pressOf,
  type ShortcutAsked,
  type SubmitAsked,
  type SuggestAsked,
  shortcutMessage,
} from "./payloads.ts";
import type { FirstTime } from "./seen.ts";
import { type SubmitAnswer, settleSubmit } from "./submit.ts";
import { findInTime, type Suggestions } from "./suggest.ts";

export type { Asked } from "./asked.ts";

export type { CommandAsked, PressAsked, ShortcutAsked, SubmitAsked, SuggestAsked } from "./payloads.ts";

/** Registers a slice's handlers: each acks as its kind must, inside the one error boundary, within Slack's times. */
export function handle(app: App, boundary: Boundary, { firstTime }: { firstTime: FirstTime }) {
  const run = (args: object, does: (asked: Asked, ack: Ack) => Promise<void>, how?: { notice: boolean }) =>
    guard(boundary, args, does, how);

  return {
    ...events(app, boundary, firstTime),

    /** A slash command. Acked before the handler runs. */
    command(name: string, does: (asked: CommandAsked) => Promise<void>): void {
      app.command(name, (args) =>
        run(
          args,
          async (asked, ack) => {
            await ack();
            const { command, text: raw, channel_id: channelId } = args.command;
            await does({ ...asked, command, raw, text: plainText(raw).trim(), channelId });
          },
          { notice: true },
        ),
      );
    },

    /** A shortcut, global or on a message. */
    shortcut(callbackId: string, does: (asked: ShortcutAsked) => Promise<void>): void {
      app.shortcut(callbackId, (args) =>
        run(
          args,
          async (asked, ack) => {
            await ack();
            await does({ ...asked, message: shortcutMessage(args.shortcut) });
          },
          { notice: true },
        ),
      );
    },

    /**
     * A button, select or dispatching input: `id`, or `id:…` where several stand in one block. Acked before the handler
     * runs, but after `first`: the place to remember a choice that the next suggestion request depends on.
     */
    press(
      id: string,
      does: (asked: PressAsked) => Promise<void>,
      first?: (asked: PressAsked) => void | Promise<void>,
    ): void {
      app.action<BlockAction>({ type: "block_actions", action_id: idOrNumbered(id) }, (args) =>
        run(
          args,
          async (asked, ack) => {
            const pressed = { ...asked, ...pressOf(args.body, args.action) };
            await first?.(pressed);
            await ack();
            await does(pressed);
          },
          { notice: true },
        ),
      );
    },

    /** A submitted form: NOT acked before the handler returns, so that a failed save leaves the words on screen. */
    submit(callbackId: string, does: (asked: SubmitAsked) => Promise<SubmitAnswer>): void {
      app.view(callbackId, (args) =>
        run(args, async (asked, ack) => {
          const { view } = args;
          const button = view.submit?.text ?? "OK";
          await settleSubmit(does({ ...asked, view }), ack, {
            view: view as ShownView,
            slow: () => boundary.sentence((text) => text.slowSave(button), asked),
            note: boundary.note,
          });
        }),
      );
    },

    /** A form closed without submitting, for views with `notify_on_close`. */
    closed(callbackId: string, does: (asked: SubmitAsked) => Promise<void>): void {
      app.view({ callback_id: callbackId, type: "view_closed" }, (args) =>
        run(args, async (asked, ack) => {
          await ack();
          await does({ ...asked, view: args.view });
        }),
      );
    },

    /** Options for an external select, stopped at 2.5 s. An error answers no options: there is no room for a sentence. */
    suggest(id: string, search: (asked: SuggestAsked) => Promise<Suggestions>): void {
      app.options<"block_suggestion">({ type: "block_suggestion", action_id: idOrNumbered(id) }, (args) =>
        run(args, async (asked, ack) => {
          const { value: query, view } = args.options;
          await ack(
            await findInTime((offer) => search({ ...asked, query: query.trim(), view, offer }), PATIENCE),
          );
        }),
      );
    },
  };
}

export type Handle = ReturnType<typeof handle>;

const idOrNumbered = (id: string) => new RegExp(`^${id.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(:.*)?$`);
