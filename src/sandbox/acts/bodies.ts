import { z } from "zod";

/** What the body of each call of the control interface must look like; `control.ts` says what it means. */

const text = z.string();
const may = z.exactOptional;
const json = z.record(text, z.unknown());
const put = z.union([text, z.array(text), json, z.array(json), z.null()]);
const message = z.object({ channel: text, ts: text });
const place = z.union([z.object({ message }), z.object({ view: text }), z.object({ home: z.literal(true) })]);
const struck = { method: text, times: z.int().positive() };

export const bodies = {
  command: z.object({ user: text, channel: text, text }),
  message: z.object({ user: text, channel: text, text, threadTs: may(text) }),
  press: z.object({ user: text, in: place, actionId: text, blockId: may(text), value: may(json) }),
  input: z.object({ user: text, view: text, blockId: text, value: put }),
  suggest: z.object({ user: text, in: place, blockId: text, actionId: text, query: text }),
  submit: z.object({
    user: text,
    view: text,
    values: may(z.record(text, put)),
    times: may(z.int().positive().max(100)),
  }),
  close: z.object({ user: text, view: text }),
  shortcut: z.object({ user: text, callbackId: text, message: may(message) }),
  home: z.object({ user: text }),
  read: z.object({ user: text, channel: text }),
  clock: z.union([z.object({ set: text }), z.object({ advance: text }), z.object({ live: z.literal(true) })]),
  faults: z.discriminatedUnion("kind", [
    z.object({ ...struck, kind: z.literal("rate_limited"), retryAfter: z.number().nonnegative() }),
    z.object({ ...struck, kind: z.literal("error"), error: text }),
    z.object({ ...struck, kind: z.literal("http500") }),
    z.object({ ...struck, kind: z.enum(["cut_before", "cut_after"]) }),
    z.object({ ...struck, kind: z.literal("hang"), ms: z.number().nonnegative() }),
    z.object({ kind: z.enum(["warn_sockets", "refresh_sockets", "drop_sockets", "clear"]) }),
    z.object({ kind: z.literal("refuse_connections"), ms: z.number().nonnegative() }),
  ]),
  person: z.object({
    user: text,
    change: z.strictObject({
      realName: may(text),
      title: may(text),
      email: may(z.email().nullable()),
      locale: may(text),
      timeZone: may(text),
      isRestricted: may(z.boolean()),
      deleted: may(z.boolean()),
    }),
  }),
  event: z.object({ event: z.looseObject({ type: text }) }),
};
