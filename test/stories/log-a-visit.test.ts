import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { givenAccount, givenPerson } from "../harness/customers.ts";
import {
  type Actor,
  picked,
  type Rapport,
  showLogOnFailure,
  startRapport,
  wordsOf,
} from "../harness/rapport.ts";

let rapport: Rapport;
let ana: Actor;
let acme: number;
let wang: number;
let priya: number;

beforeAll(async () => {
  rapport = await startRapport();
  ana = rapport.as("U0ANA");
  acme = await givenAccount(rapport.scope, "Acme Telecom", { aliases: ["Acme"] });
  wang = await givenPerson(rapport.scope, acme, "Wang Li", { level: "senior" });
  priya = await givenPerson(rapport.scope, acme, "Priya Nair", { level: "middle" });
});
afterAll(() => rapport.stop());
afterEach(() => ana.closeAll());
beforeEach(async () => {
  showLogOnFailure(rapport);
  await rapport.startOver();
  const { sql } = rapport.database;
  await sql`delete from stakeholders where id not in (${wang}, ${priya})`;
  await sql`update stakeholders set last_effective_on = null`;
});

const visits = () => rapport.database.sql`
  select v.id, v.met_on::text, v.type, v.channel, v.minutes, v.outcome, v.effective, v.planned, v.version,
         v.deleted_at is not null as deleted,
         array(select stakeholder_id from attendees t where t.visit_id = v.id order by 1) as people
    from visits v order by v.id`;
const clockOf = async (id: number) =>
  (
    await rapport.database
      .sql`select last_effective_on::text as last, next_due_on::text as due from stakeholders where id = ${id}`
  )[0];
const people = (...choices: [number | string, string][]) =>
  choices.map(([value, text]) => picked(value, text));
const answers = (more: object = {}) => ({
  account: picked(acme, "Acme Telecom"),
  attendees: people([wang, "Wang Li"]),
  outcome: "He wants the new price by Friday.",
  ...more,
});

test("a line opens the form filled in; Save answers with a card whose numbers moved", async () => {
  await ana.command("/visit lunch with Wang Li at Acme yesterday, wants a new price");
  const form = await ana.form("Log a visit");
  expect(form.values).toMatchObject({
    account: { "accounts.search": { selected_option: { value: String(acme) } } },
    attendees: { "stakeholders.search": { selected_options: [{ value: String(wang) }] } },
    metOn: { metOn: { selected_date: "2026-03-08" } },
    type: { type: { selected_option: { value: "meal" } } },
  });
  expect(await ana.submit()).toMatchObject({ ok: true });
  const card = await ana.reads("Visit saved: Acme Telecom");
  expect(card.text).toBe("Visit saved: Acme Telecom · Acme Telecom: 1 of 2 covered, +1");
  expect(wordsOf(card)).toContain("next by Tue 7 Apr");
  expect(await visits()).toMatchObject([
    { met_on: "2026-03-08", type: "meal", effective: true, people: [wang] },
  ]);
  expect(await clockOf(wang)).toEqual({ last: "2026-03-08", due: "2026-04-07" });
});

test("a visit is saved once, however often Save is pressed; edited words under the same form are an edit", async () => {
  await ana.command("/visit");
  const { view: form } = await ana.form("Log a visit");
  await ana.submit(answers({ attendees: people(["new:Maja Lund", "Maja Lund"]) }), { times: 5 });
  await ana.noForm();
  expect(await visits()).toMatchObject([{ version: 1, outcome: "He wants the new price by Friday." }]);
  expect(await rapport.database.sql`select id from stakeholders where name = 'Maja Lund'`).toHaveLength(1);

  // Slack lost the ack, the person still has the form, mends a word and presses Save again.
  await ana.command("/visit");
  await rapport.redraw((await ana.form()).id, form);
  await ana.submit(answers({ outcome: "He wants the new price by Monday." }));
  expect(await visits()).toMatchObject([
    { version: 2, outcome: "He wants the new price by Monday.", people: [wang] },
  ]);
});

test("what is missing is said beside its field, and the words stay", async () => {
  await ana.command("/visit");
  const outcome = await ana.submit({ outcome: "We talked about the price.", nextStepDue: "2026-03-20" });
  expect(outcome.errors).toMatchObject({ account: expect.any(String), attendees: expect.any(String) });
  expect((await ana.form()).values["outcome"]?.["outcome"]).toMatchObject({
    value: "We talked about the price.",
  });
  const second = await ana.submit(answers());
  expect(second.errors).toEqual({ nextStep: "Say what the next step is, or clear its date." });
  expect(await visits()).toEqual([]);
});

test("a day to come plans the visit: it moves no clock and no number", async () => {
  await ana.command("/visit");
  await ana.submit(answers({ metOn: "2026-03-12" }));
  const card = await ana.reads("Visit planned: Acme Telecom");
  expect(card.text).toBe("Visit planned: Acme Telecom");
  expect(await visits()).toMatchObject([{ planned: true, effective: false }]);
  expect(await clockOf(wang)).toEqual({ last: null, due: "2026-02-04" });
});

test("a call of five minutes is saved, and the card says why it doesn't count", async () => {
  await ana.command("/visit called Wang Li 5 min, price again and again");
  await ana.form("A phone call counts from 10 minutes");
  await ana.submit();
  const card = await ana.reads("Visit saved");
  expect(wordsOf(card)).toContain("Saved; doesn't count: a phone call counts from 10 minutes.");
  expect(await visits()).toMatchObject([{ channel: "phone", minutes: 5, effective: false }]);
});

test("somebody unnamed is kept as a seat to fill, and does not count as covered", async () => {
  await ana.command("/visit");
  const offered = await ana.search("attendees", "stakeholders.search", "security lead");
  expect(offered.map((option) => option["value"])).toEqual(["new:security lead", "seat:security lead"]);
  await ana.submit(answers({ attendees: [picked(wang, "Wang Li"), ...offered.slice(1)] }));
  const card = await ana.reads("Visit saved");
  expect(wordsOf(card)).toContain("seat to fill");
  const seats = await rapport.database
    .sql`select name, title, last_effective_on from stakeholders where name is null`;
  expect(seats).toMatchObject([{ name: null, title: "security lead", last_effective_on: null }]);
  expect(card.text).toMatch(/1 of 3 covered/);
});

test("the people of the account just picked come first", async () => {
  const other = await givenAccount(rapport.scope, "Borealis", { grade: "C" });
  const zoe = await givenPerson(rapport.scope, other, "Zoe Wang");
  await ana.command("/visit");
  const first = async () => (await ana.search("attendees", "stakeholders.search", "wang"))[0]?.["value"];
  await ana.pick("account", picked(other, "Borealis"));
  expect(await first()).toBe(String(zoe));
  await ana.pick("account", picked(acme, "Acme Telecom"));
  expect(await first()).toBe(String(wang));
});

test("More details adds fields and keeps every word", async () => {
  await ana.command("/visit with Wang Li");
  await ana.pick("outcome", "Typed before more was asked for.");
  await ana.pressInForm("visits.more");
  const form = await ana.form('"minutes"');
  expect(form.values["outcome"]?.["outcome"]).toMatchObject({ value: "Typed before more was asked for." });
  await ana.submit({ metAt: "10:30", channel: "video", minutes: "45", colleagues: ["U0BEN"] });
  const card = await ana.reads("Visit saved");
  expect(wordsOf(card)).toContain("Mon 9 Mar 10:30 · Visit · Video · 45 min · with Ben Okafor");
  expect(
    await rapport.database.sql`select name from members join colleagues on id = member_id`,
  ).toMatchObject([{ name: "Ben Okafor" }]);
});

test("a guest named as a colleague is refused beside the field", async () => {
  await ana.command("/visit with Wang Li");
  await ana.pressInForm("visits.more");
  await ana.form('"colleagues"');
  const outcome = await ana.submit(answers({ colleagues: ["U0NORA"] }));
  expect(outcome.errors).toEqual({
    colleagues: "Guests, apps and people of other organisations can't be named here.",
  });
});

test("Undo takes a fresh visit out of every number, Restore brings it back", async () => {
  await ana.command("/visit");
  await ana.submit(answers({ attendees: people([wang, "Wang Li"], [priya, "Priya Nair"]) }));
  const card = await ana.reads("2 of 2 covered, +2");
  await ana.press(card, "visits.undo");
  const gone = await ana.reads("Visit deleted: Acme Telecom");
  expect(gone.ts).toBe(card.ts);
  expect(await clockOf(wang)).toMatchObject({ last: null });
  await ana.press(gone, "visits.restore");
  await ana.reads("2 of 2 covered, +2");
  expect(await clockOf(wang)).toMatchObject({ last: "2026-03-09" });
});

test("Undo after an edit brings back what stood there before", async () => {
  await ana.command("/visit");
  await ana.submit(answers());
  await ana.press(await ana.reads("Visit saved"), "visits.edit");
  await ana.form("Edit visit");
  await ana.submit({ attendees: people([priya, "Priya Nair"]), metOn: "2026-03-02" });
  const edited = await ana.reads("Mon 2 Mar");
  expect(await clockOf(wang)).toMatchObject({ last: null });
  expect(await clockOf(priya)).toMatchObject({ last: "2026-03-02" });
  await ana.press(edited, "visits.undo");
  await ana.reads("Mon 9 Mar");
  expect(await visits()).toMatchObject([{ people: [wang], met_on: "2026-03-09", deleted: false }]);
  expect(await clockOf(priya)).toMatchObject({ last: null });
});

test("after ten minutes Undo says so; Delete in the form is for always", async () => {
  await ana.command("/visit");
  await ana.submit(answers());
  const card = await ana.reads("Visit saved");
  rapport.clock.set(rapport.clock.now().add({ minutes: 11 }));
  await ana.press(card, "visits.undo");
  await ana.hears("Undo is for the first ten minutes.");
  await ana.press(card, "visits.edit");
  await ana.form("Edit visit");
  await ana.pressInForm("visits.delete");
  await ana.reads("Visit deleted");
  expect(await visits()).toMatchObject([{ deleted: true }]);
});

test("of two editors the second sees the first's change and decides", async () => {
  await ana.command("/visit");
  await ana.submit(answers());
  await ana.press(await ana.reads("Visit saved"), "visits.edit");
  await ana.form("Edit visit");
  await rapport.database.sql`update visits set outcome = 'Said by someone faster.', version = version + 1`;
  await ana.submit({ outcome: "Said by the second one." });
  const again = await ana.form("Said by someone faster.");
  expect(again.values["outcome"]?.["outcome"]).toMatchObject({ value: "Said by the second one." });
  expect(await visits()).toMatchObject([{ outcome: "Said by someone faster." }]);
  await ana.submit();
  expect(await visits()).toMatchObject([{ outcome: "Said by the second one." }]);
});

test("the next step becomes a follow-up with its date", async () => {
  await ana.command("/visit");
  await ana.submit(answers({ nextStep: "Send the new price", nextStepDue: "2026-03-13" }));
  expect(wordsOf(await ana.reads("Visit saved"))).toContain("Next step: Send the new price, by Fri 13 Mar");
  const followUps = await rapport.database.sql`select words, due_on::text, account_id from follow_ups`;
  expect(followUps).toMatchObject([{ words: "Send the new price", due_on: "2026-03-13", account_id: acme }]);
});

test("Mei reads and writes in Chinese", async () => {
  const mei = rapport.as("U0MEI");
  await mei.command("/visit 昨天跟Wang Li吃饭，谈了新报价和交付计划");
  const form = await mei.form("记拜访");
  expect(form.values).toMatchObject({
    metOn: { metOn: { selected_date: "2026-03-08" } },
    type: { type: { selected_option: { value: "meal" } } },
  });
  await mei.submit({ account: picked(acme, "Acme Telecom") });
  expect(wordsOf(await mei.reads("拜访已保存：Acme Telecom"))).toContain("下次不晚于 4月7日 周二");
});

test("a guest is refused with one kind sentence", async () => {
  const nora = rapport.as("U0NORA");
  await nora.command("/visit with Wang Li");
  await nora.hears("can't work with guests");
  expect(await rapport.database.sql`select 1 from members where slack_user_id = 'U0NORA'`).toEqual([]);
});

test("names and words of people mention nobody and format nothing", async () => {
  const loud = await givenPerson(rapport.scope, acme, "<!channel> *Bob* 🎉 مرحبا");
  await ana.command("/visit");
  await ana.submit(
    answers({
      attendees: people([loud, "<!channel> *Bob* 🎉 مرحبا"]),
      outcome: "<!here> & <@U0BEN> asked *why* again",
    }),
  );
  const card = await ana.reads("Visit saved");
  expect(wordsOf(card)).toContain("<!channel> *Bob* 🎉 مرحبا");
  expect(JSON.stringify(card.blocks)).not.toContain('"mrkdwn"');
  expect((await visits())[0]).toMatchObject({ outcome: "<!here> & <@U0BEN> asked *why* again" });
});

test("a line of 3,000 characters opens the form with every word of it", async () => {
  const line = `with Wang Li: ${"the price is too high and ".repeat(130)}`.slice(0, 2990);
  await ana.command(`/visit ${line}`);
  const form = await ana.form("Log a visit");
  expect(form.values["outcome"]?.["outcome"]).toMatchObject({ value: line.trim() });
  await ana.submit({ account: picked(acme, "Acme Telecom") });
  await ana.reads("Visit saved");
});
