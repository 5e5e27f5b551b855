import { randomUUID } from "node:crypto";
import { WebClient } from "@slack/web-api";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { type Scope, scopeOf } from "../../src/platform/db/scope.ts";
import { createLog } from "../../src/platform/log.ts";
import { claim, findConversation, recoverAbandoned, settle } from "../../src/platform/outbox/lease.store.ts";
import { confirmSeen, post } from "../../src/platform/outbox/outbox.store.ts";
import { createSender, type Sender } from "../../src/platform/outbox/sender.ts";
import { libraryLog } from "../../src/platform/slack/library-log.ts";
import { type Actor, type Rapport, startRapport } from "../harness/rapport.ts";

/** A second workspace, so that Rapport's own sender leaves these rows to the sender of the test. */
const WORKSPACE = "T0OUTBOX";

let rapport: Rapport;
let scope: Scope;
let ana: Actor;
let ben: Actor;
let sender: Sender;
let lines = "";
const log = createLog("info", {
  write(line) {
    lines += line;
  },
});

beforeAll(async () => {
  rapport = await startRapport();
  scope = scopeOf(rapport.scope.db, WORKSPACE);
  ana = rapport.as("U0ANA");
  ben = rapport.as("U0BEN");
});
afterAll(() => rapport.stop());
beforeEach(async () => {
  await rapport.startOver();
  await rapport.database
    .sql`insert into workspaces (id, name) values (${WORKSPACE}, 'x') on conflict do nothing`;
  lines = "";
  sender = senderTo(rapport.sandbox.apiUrl);
});
afterEach(async () => {
  await rapport.line.mend();
  await sender.stop();
});

function senderTo(slackApiUrl: string): Sender {
  const client = new WebClient(rapport.sandbox.botToken, {
    ...{ slackApiUrl, logger: libraryLog(log), timeout: 8000 },
    ...{ retryConfig: { retries: 0 }, rejectRateLimitedCalls: true },
  });
  return createSender({ scope, client, log });
}

async function say(key: string, text: string, recipient = "U0ANA"): Promise<void> {
  await post(scope, { key, recipient, message: { text, blocks: [] }, subjects: [] });
  sender.wake();
}

const rowOf = async (key: string) =>
  (await rapport.database.sql`select * from outbox where workspace_id = ${WORKSPACE} and key = ${key}`)[0];
const becomes = (key: string, row: object) =>
  expect.poll(() => rowOf(key), { timeout: 5000, interval: 20 }).toMatchObject(row);
const callsOf = async (method: string) => (await rapport.calls()).filter(({ what }) => what === method);

/** Spares the test the waiting between tries, until what it waits for is so. */
const hastened = (done: () => Promise<boolean>) =>
  vi.waitFor(
    async () => {
      if (await done()) return;
      await rapport.database.sql`update outbox set not_before = null where state = 'waiting'`;
      sender.wake();
      throw new Error("It is not so yet.");
    },
    { timeout: 5000, interval: 15 },
  );

/** Holds the whole table, as a migration or a broken client does. */
async function lockOutbox(): Promise<() => Promise<void>> {
  const held = await rapport.database.sql.reserve();
  await held`begin`;
  await held`lock table outbox in access exclusive mode`;
  return async () => {
    await held`rollback`;
    held.release();
  };
}
/** Statements that wait for the table, by their beginning. */
const waitingFor = (statement: string) =>
  expect.poll(
    async () => {
      const [found] = await rapport.database.sql<{ count: number }[]>`
        select count(*) from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock' and ltrim(query, E' \n') like ${`${statement}%`}`;
      return found?.count;
    },
    { timeout: 5000, interval: 20 },
  );

test("a message Slack refused is tried again when its words change, and not before", async () => {
  await rapport.fault({ method: "chat.postMessage", kind: "error", error: "invalid_blocks", times: 1 });
  sender.start();
  await say("card", "first words");
  await becomes("card", { state: "failed", reason: "invalid_blocks" });
  await say("card", "first words");
  expect(await rowOf("card")).toMatchObject({ state: "failed" });
  await say("card", "better words");
  await ana.reads("better words");
  await becomes("card", { state: "sent", reason: null, attempts: 1, not_before: null });
});

test("words that change while Slack refuses the old ones get their chance too", async () => {
  await say("card", "first words");
  const [row] = await claim(scope, randomUUID(), 30, 1);
  if (!row) throw new Error("nothing to claim");
  await say("card", "better words");
  await settle(scope, row, { is: "failed", reason: "invalid_blocks" });
  expect(await rowOf("card")).toMatchObject({ state: "waiting" });
});

test("after a press, changes reach the message whose answer was lost: in it, not beside it", async () => {
  await rapport.fault({ method: "chat.postMessage", kind: "cut_after", times: 1 });
  sender.start();
  await say("card", "first words");
  await becomes("card", { state: "uncertain" });
  const { ts } = await ana.reads("first words");
  await say("card", "changed words");
  expect(await rowOf("card")).toMatchObject({ state: "uncertain" });

  await confirmSeen(scope, "card", { channel: (await ana.app()).id, ts });
  sender.wake();
  expect(await ana.reads("changed words")).toMatchObject({ ts });
  await becomes("card", { state: "sent", reason: null });
  expect(await callsOf("chat.postMessage")).toHaveLength(1);
});

test("a press on a message without newer words settles it", async () => {
  await rapport.fault({ method: "chat.postMessage", kind: "cut_after", times: 1 });
  sender.start();
  await say("card", "only words");
  await becomes("card", { state: "uncertain" });
  await confirmSeen(scope, "card", { channel: "D1", ts: "1.1" });
  expect(await rowOf("card")).toMatchObject({ state: "sent", channel: "D1", ts: "1.1" });
});

test("a press while Slack's answer is awaited keeps the message from being put aside", async () => {
  await say("card", "only words");
  const [row] = await claim(scope, randomUUID(), 30, 1);
  if (!row) throw new Error("nothing to claim");
  await confirmSeen(scope, "card", { channel: "D1", ts: "1.1" });
  await confirmSeen(scope, "card", { channel: "D2", ts: "2.2" });
  expect(await rowOf("card")).toMatchObject({ state: "sending" });
  await settle(scope, row, { is: "uncertain", reason: "ECONNRESET" });
  expect(await rowOf("card")).toMatchObject({ state: "sent", channel: "D1", ts: "1.1" });
});

test("a message sent while the database goes away is known as sent when it is back", async () => {
  await rapport.fault({ method: "chat.postMessage", kind: "hang", ms: 500, times: 1 });
  sender.start();
  await say("card", "words");
  await ana.reads("words");
  await rapport.line.cut();
  await expect.poll(() => lines, { timeout: 5000, interval: 20 }).toContain("can't be stamped");
  await rapport.line.mend();
  await becomes("card", { state: "sent", reason: null });
  expect(await callsOf("chat.postMessage")).toHaveLength(1);
});

test("somebody Slack is slow with holds up nobody else", async () => {
  await rapport.fault({ method: "chat.postMessage", kind: "hang", ms: 2500, times: 1 });
  sender.start();
  await say("slow", "to Ana");
  await ana.reads("to Ana");
  for (const words of ["first", "second", "third"]) await say(words, `${words} to Ben`, "U0BEN");
  await ben.reads("third to Ben");
  await becomes("third", { state: "sent" });
  expect(await rowOf("slow")).toMatchObject({ state: "sending" });
});

test("however often it is woken, the sender looks once at a time", async () => {
  const unlock = await lockOutbox();
  try {
    sender.start();
    await waitingFor("update outbox as row").toBe(1);
    for (let times = 0; times < 20; times++) sender.wake();
    const other = claim(scope, randomUUID(), 30, 1);
    // The sender's one and the test's own, which came after all the wakes.
    await waitingFor("update outbox as row").toBe(2);
    await unlock();
    await other;
  } finally {
    await unlock().catch(() => {});
  }
  await say("card", "words");
  await ana.reads("words");
});

test("a change that keeps failing is given up with its reason, and what waits behind it arrives", async () => {
  sender.start();
  await say("card", "first words");
  await becomes("card", { state: "sent" });
  await rapport.fault({ method: "chat.update", kind: "http500", times: 1000 });
  await say("card", "changed words");
  await say("next", "behind it");
  await hastened(async () => (await rowOf("card"))?.["state"] === "failed");
  expect(await rowOf("card")).toMatchObject({ attempts: 10, reason: expect.any(String) });
  expect(await callsOf("chat.update")).toHaveLength(10);
  await ana.reads("behind it");
});

test("a message that can't leave waits until Slack can be reached, however long", async () => {
  // Nobody listens on port 2, and fetch does not forbid it.
  sender = senderTo("http://127.0.0.1:2/api/");
  await say("card", "words");
  await rapport.database.sql`update outbox set attempts = 9`;
  sender.start();
  await becomes("card", { state: "waiting", attempts: 9, reason: "ECONNREFUSED" });
});

test("Slack's asking to wait and a wrong token are waited out, however long, and are not held against the message", async () => {
  const method = "conversations.open";
  await rapport.fault({ method, kind: "rate_limited", retryAfter: 1, times: 6 });
  await rapport.fault({ method, kind: "error", error: "token_revoked", times: 6 });
  await rapport.fault({ method, kind: "http500", times: 1 });
  sender.start();
  await say("card", "words");
  await hastened(async () => (await callsOf(method)).length >= 14);
  await ana.reads("words");
});

test("somebody who has left the company is a certain refusal", async () => {
  await rapport.fault({ method: "chat.postMessage", kind: "error", error: "account_inactive", times: 1 });
  sender.start();
  await say("card", "words");
  await becomes("card", { state: "failed", reason: "account_inactive", attempts: 1 });
});

test("a conversation that can't be opened is tried ever later", async () => {
  await rapport.fault({ method: "conversations.open", kind: "http500", times: 1 });
  await say("card", "words");
  await rapport.database.sql`update outbox set attempts = 4`;
  sender.start();
  await becomes("card", { state: "waiting", attempts: 5 });
  const [wait] = await rapport.database
    .sql`select extract(epoch from not_before - now())::int as s from outbox`;
  expect(wait?.["s"]).toBeGreaterThan(20);
});

test("stopping takes eight seconds at most, whatever hangs", async () => {
  await rapport.fault({ method: "chat.postMessage", kind: "hang", ms: 200, times: 1 });
  sender.start();
  await say("card", "words");
  await ana.reads("words");
  const unlock = await lockOutbox();
  try {
    await waitingFor("update").toBeGreaterThan(0);
    const asked = performance.now();
    await sender.stop();
    expect(performance.now() - asked).toBeLessThan(8500);
  } finally {
    await unlock();
  }
});

test("what is claimed at the very end goes back unsent", async () => {
  await say("card", "words");
  const unlock = await lockOutbox();
  sender.start();
  await waitingFor("update outbox as row").toBe(1);
  const stopped = sender.stop();
  await unlock();
  await stopped;
  expect(await rowOf("card")).toMatchObject({ state: "waiting", attempts: 0, lease_owner: null });
  expect(await callsOf("chat.postMessage")).toHaveLength(0);
});

test("a look reads what waits, however much was ever sent", async () => {
  await rapport.database.sql`
    insert into outbox (workspace_id, key, recipient, message, state, channel, ts)
    select ${WORKSPACE}, 'old' || n, 'U' || n % 200, '{}', 'sent', 'D' || n % 200, n from generate_series(1, 20000) n`;
  await rapport.database.sql`analyze outbox`;
  for (let n = 0; n < 50; n++) await say(`new${n}`, "words", `U${n}`);
  const looks = {
    claim: (one: Scope) => claim(one, randomUUID(), 30, 10),
    recoverAbandoned,
    findConversation: (one: Scope) => findConversation(one, "U77"),
  };
  for (const [name, look] of Object.entries(looks)) {
    const read = await scope.together(async (one) => {
      await look(one);
      return one.db.execute(sql`
        select seq_tup_read + coalesce(idx_tup_fetch, 0) as rows from pg_stat_xact_user_tables
         where relname = 'outbox'`);
    });
    expect(read[0]?.["rows"], name).toBeLessThan(200);
  }
});
