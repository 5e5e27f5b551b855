import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { givenAccount, givenPerson } from "../harness/customers.ts";
import { type Actor, picked, type Rapport, showLogOnFailure, startRapport } from "../harness/rapport.ts";

let rapport: Rapport;
let ana: Actor;
let visit: Record<string, ReturnType<typeof picked> | ReturnType<typeof picked>[] | string>;

beforeAll(async () => {
  rapport = await startRapport();
  ana = rapport.as("U0ANA");
  const acme = await givenAccount(rapport.scope, "Acme Telecom");
  const wang = await givenPerson(rapport.scope, acme, "Wang Li");
  visit = {
    account: picked(acme, "Acme Telecom"),
    attendees: [picked(wang, "Wang Li")],
    outcome: "He wants the new price by Friday.",
  };
  await ana.command("/visit");
  await ana.form("Log a visit");
});
afterAll(() => rapport.stop());
beforeEach(async () => {
  showLogOnFailure(rapport);
  await rapport.startOver();
});
afterEach(async () => {
  await rapport.line.mend();
  await ana.closeAll();
});

const outbox = () => rapport.database.sql`select state, reason, attempts from outbox order by id`;
const posts = async () => (await rapport.calls()).filter(({ what }) => what === "chat.postMessage");

test("with the database away /visit says so within three seconds, and works again when it is back", async () => {
  await rapport.line.cut();
  const asked = performance.now();
  await ana.command("/visit with Wang Li");
  await ana.hears("can't reach its database");
  expect(performance.now() - asked).toBeLessThan(3000);

  await rapport.line.mend();
  await ana.command("/visit with Wang Li");
  await ana.form("Log a visit");
});

test("a Save that fails keeps every word on screen, and the next press saves them", async () => {
  await ana.command("/visit");
  await ana.form("Log a visit");
  await rapport.line.cut();
  const { errors } = await ana.submit(visit);
  expect(JSON.stringify(errors)).toContain("can't reach its database");
  const form = await ana.form();
  expect(form.values["outcome"]?.["outcome"]).toMatchObject({ value: "He wants the new price by Friday." });

  await rapport.line.mend();
  await ana.submit();
  await ana.reads("Visit saved");
  expect(await rapport.database.sql`select outcome from visits`).toMatchObject([
    { outcome: "He wants the new price by Friday." },
  ]);
});

test("a token revoked in mid-work loses nothing: the visit is saved and its card waits", async () => {
  await ana.command("/visit");
  await rapport.fault({ method: "chat.postMessage", kind: "error", error: "token_revoked", times: 1 });
  await ana.submit(visit);
  await expect.poll(outbox).toMatchObject([{ state: "waiting", reason: "token_revoked" }]);
  await rapport.database.sql`update outbox set not_before = null`;
  await ana.reads("Visit saved");
});

test("a card whose answer was lost is put aside, not sent twice", async () => {
  await ana.command("/visit");
  await rapport.fault({ method: "chat.postMessage", kind: "cut_after", times: 1 });
  await ana.submit(visit);
  await expect.poll(outbox).toMatchObject([{ state: "uncertain", attempts: 1 }]);
  await ana.reads("Visit saved");
  expect(await posts()).toHaveLength(1);
});

test("a card whose answer was lost follows its visit again once a button of it is pressed", async () => {
  await ana.command("/visit");
  await rapport.fault({ method: "chat.postMessage", kind: "cut_after", times: 1 });
  await ana.submit(visit);
  await expect.poll(outbox).toMatchObject([{ state: "uncertain" }]);
  await ana.press(await ana.reads("Visit saved"), "visits.undo");
  await ana.reads("Visit deleted");
  expect(await posts()).toHaveLength(1);
});

test("a 429 makes the card wait as long as Slack asks, and no longer", async () => {
  await ana.command("/visit");
  await rapport.fault({ method: "chat.postMessage", kind: "rate_limited", retryAfter: 1, times: 1 });
  const asked = performance.now();
  await ana.submit(visit);
  await ana.reads("Visit saved");
  expect(performance.now() - asked).toBeGreaterThan(1000);
});

test("a conversation Slack refuses is a failure with its reason, shown and not tried again", async () => {
  await ana.command("/visit");
  await rapport.fault({ method: "chat.postMessage", kind: "error", error: "channel_not_found", times: 1 });
  await ana.submit(visit);
  await expect.poll(outbox).toMatchObject([{ state: "failed", reason: "channel_not_found", attempts: 1 }]);
});
