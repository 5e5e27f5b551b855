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

/** What happens when two people, or one person twice, reach for the same visit. */
let rapport: Rapport;
let ana: Actor;
let ben: Actor;
let acme: number;
let wang: number;

beforeAll(async () => {
  rapport = await startRapport();
  [ana, ben] = [rapport.as("U0ANA"), rapport.as("U0BEN")];
  acme = await givenAccount(rapport.scope, "Acme Telecom");
  wang = await givenPerson(rapport.scope, acme, "Wang Li", { level: "senior" });
});
afterAll(() => rapport.stop());
afterEach(async () => {
  await ana.closeAll();
  await ben.closeAll();
});
beforeEach(async () => {
  showLogOnFailure(rapport);
  await rapport.startOver();
  await rapport.database.sql`delete from stakeholders where id <> ${wang}`;
});

const visits = () => rapport.database.sql`
  select outcome, version, planned, effective, deleted_at is not null as deleted,
         (select slack_user_id from members m where m.id = author_id) as author
    from visits order by id`;
const answers = (more: object = {}) => ({
  account: picked(acme, "Acme Telecom"),
  attendees: [picked(wang, "Wang Li")],
  outcome: "Ana's words about the price.",
  ...more,
});
async function saved(by: Actor, more: object = {}) {
  await by.command("/visit");
  const { view: form } = await by.form("Log a visit");
  await by.submit(answers(more));
  return { form, card: await by.reads("Acme Telecom") };
}

test("a form that claims to be somebody else's writes nothing over their visit", async () => {
  const { form } = await saved(ana);
  await ben.command("/visit");
  await rapport.redraw((await ben.form()).id, form);
  const { errors } = await ben.submit(answers({ outcome: "Ben's words over hers." }));
  expect(JSON.stringify(errors)).toContain("isn't yours to change");
  expect(await visits()).toMatchObject([
    { outcome: "Ana's words about the price.", version: 1, author: "U0ANA" },
  ]);
});

test("Undo pressed twice takes back the edit, and not the visit with it", async () => {
  const { card } = await saved(ana);
  await ana.press(card, "visits.edit");
  await ana.form("Edit visit");
  await ana.submit({ outcome: "Words of the second thought." });
  const edited = await ana.reads("Words of the second thought.");
  await Promise.all([ana.press(edited, "visits.undo"), ana.press(edited, "visits.undo")]);
  const reverted = await ana.reads("Ana's words about the price.");
  expect(wordsOf(reverted)).not.toContain("visits.undo");
  expect(await visits()).toMatchObject([{ outcome: "Ana's words about the price.", deleted: false }]);
});

test("words saved into a visit that was deleted meanwhile stay on screen, with the reason", async () => {
  const { card } = await saved(ana);
  await ana.press(card, "visits.edit");
  await ana.form("Edit visit");
  await ana.press(card, "visits.undo");
  await ana.reads("Visit deleted");
  const { errors } = await ana.submit({ outcome: "Written after it was deleted." });
  expect(JSON.stringify(errors)).toContain("This visit was deleted");
  expect((await ana.form()).values["outcome"]?.["outcome"]).toMatchObject({
    value: "Written after it was deleted.",
  });
  expect(await visits()).toMatchObject([{ outcome: "Ana's words about the price.", deleted: true }]);
});

test("the first form's own words, arriving again after an edit, do not undo the edit", async () => {
  const { form, card } = await saved(ana);
  await ana.press(card, "visits.edit");
  await ana.form("Edit visit");
  await ana.submit({ outcome: "Better words." });
  await ana.reads("Better words.");
  await ana.command("/visit");
  await rapport.redraw((await ana.form("Log a visit")).id, form);
  await ana.submit(answers());
  expect(await visits()).toMatchObject([{ outcome: "Better words.", version: 2 }]);
});

test("Save pressed five times on an edit is one edit, and nobody else's", async () => {
  const { card } = await saved(ana);
  await ana.press(card, "visits.edit");
  await ana.form("Edit visit");
  await ana.submit({ outcome: "Once is enough." }, { times: 5 });
  await ana.reads("Once is enough.");
  await ana.noForm();
  expect(await visits()).toMatchObject([{ outcome: "Once is enough.", version: 2 }]);
});

test("two who met the same stranger and save at once write them down once", async () => {
  const maja = { attendees: [picked("new:Maja Lund", "Maja Lund")] };
  await Promise.all([ana.command("/visit"), ben.command("/visit")]);
  await Promise.all([ana.form("Log a visit"), ben.form("Log a visit")]);
  await Promise.all([ana.submit(answers(maja)), ben.submit(answers(maja))]);
  await Promise.all([ana.reads("Visit saved"), ben.reads("Visit saved")]);
  expect(await rapport.database.sql`select 1 from stakeholders where name = 'Maja Lund'`).toHaveLength(1);
});

test("a visit's day is its author's: an editor further west does not make a plan of it", async () => {
  // Half past midnight on Tuesday in Berlin, still Monday in London.
  const { Temporal } = await import("temporal-polyfill");
  rapport.clock.set(Temporal.Instant.from("2026-03-10T00:30:00+01:00"));
  await saved(ana, { metOn: "2026-03-10" });
  expect(await visits()).toMatchObject([{ planned: false, effective: true }]);
  await ben.command("/visit");
  await ben.form("Log a visit");
  await rapport.database.sql`
    insert into colleagues select workspace_id, id, (select id from members where slack_user_id = 'U0BEN') from visits`;
  const [visit] = await rapport.database.sql`select id, version from visits`;
  const { view } = await ben.form();
  const carried = { ...JSON.parse(String(view["private_metadata"])), visit };
  await rapport.redraw((await ben.form()).id, { ...view, private_metadata: JSON.stringify(carried) });
  await ben.submit(answers({ metOn: "2026-03-10", outcome: "Ben mends one letter of it." }));
  expect(await visits()).toMatchObject([
    { outcome: "Ben mends one letter of it.", planned: false, effective: true },
  ]);
});

test("nothing that was typed stands in the log", async () => {
  await saved(ana, { outcome: "Kumquat talk at the harbour.", nextStep: "Send kumquats" });
  await rapport.line.cut();
  await ana.command("/visit kumquat again");
  await ana.hears("can't reach its database");
  await rapport.line.mend();
  expect(rapport.logged()).not.toMatch(/kumquat/i);
  expect(rapport.logged()).toContain("A request failed.");
});
