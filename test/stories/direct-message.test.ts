import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { givenAccount, givenPerson } from "../harness/customers.ts";
import { type Actor, type Rapport, showLogOnFailure, startRapport, wordsOf } from "../harness/rapport.ts";

let rapport: Rapport;
let ana: Actor;
let wang: number;

beforeAll(async () => {
  rapport = await startRapport({ admin: "U0VIKTOR" });
  ana = rapport.as("U0ANA");
  const acme = await givenAccount(rapport.scope, "Acme Telecom", { aliases: ["Acme"] });
  wang = await givenPerson(rapport.scope, acme, "Wang Li", { level: "senior" });
  const mobile = await givenAccount(rapport.scope, "Huanan Mobile", {
    nativeName: "华南移动",
    aliases: ["移动"],
  });
  await givenPerson(rapport.scope, mobile, "Wang Jianguo", { nativeName: "王建国", addressedAs: "王总" });
});
afterAll(() => rapport.stop());
afterEach(() => ana.closeAll());
beforeEach(async () => {
  showLogOnFailure(rapport);
  await rapport.startOver();
});

const visits = () => rapport.database.sql`
  select met_on::text, type, outcome, effective,
         array(select stakeholder_id from attendees t where t.visit_id = v.id) as people
    from visits v order by id`;
const drafts = () => rapport.database.sql`select id from drafts`;

test("a line is answered by a card that says what was understood; Save makes it the visit's own card", async () => {
  await ana.says("lunch with Wang Li at Acme yesterday, wants a new price");
  const draft = await ana.reads("Save this visit to Acme Telecom?");
  expect(draft.text).toContain("Sun 8 Mar · Meal · 1 of 1 person found");
  expect(await visits()).toEqual([]);

  await ana.press(draft, "visits.save-draft");
  const card = await ana.reads("Visit saved: Acme Telecom");
  expect(card.ts).toBe(draft.ts);
  expect(await visits()).toMatchObject([
    { met_on: "2026-03-08", type: "meal", people: [wang], effective: true },
  ]);
  expect(await drafts()).toEqual([]);
});

test("pressing Save twice writes one visit", async () => {
  await ana.says("lunch with Wang Li at Acme yesterday, wants a new price");
  const draft = await ana.reads("Save this visit");
  await Promise.all([ana.press(draft, "visits.save-draft"), ana.press(draft, "visits.save-draft")]);
  await ana.reads("Visit saved");
  // Both presses have been judged by then, whichever came first.
  await expect.poll(drafts).toEqual([]);
  expect(await visits()).toHaveLength(1);
});

test("Change opens the form with what was understood, and saves under the same card", async () => {
  await ana.says("met Wang Li at Acme");
  const draft = await ana.reads("Save this visit");
  await ana.press(draft, "visits.change-draft");
  expect((await ana.form("Log a visit")).values).toMatchObject({
    attendees: { "stakeholders.search": { selected_options: [{ value: String(wang) }] } },
  });
  await ana.submit({ outcome: "He asked for a visit of our plant." });
  expect((await ana.reads("Visit saved")).ts).toBe(draft.ts);
  expect(await visits()).toMatchObject([{ outcome: "He asked for a visit of our plant." }]);
});

test("without an account there is nothing to save yet, only to change", async () => {
  await ana.says("met Bob Stone, he likes the new roadmap");
  const draft = await ana.reads("Which account was it?");
  expect(wordsOf(draft)).not.toContain("visits.save-draft");
  expect(wordsOf(draft)).toContain("will be added");
});

test("several lines are several drafts; a command typed by a thumb is a line like any other", async () => {
  await ana.says("/visit Wang Li at Acme, price talks went on\n拜访 昨晚跟移动王总吃饭，王总说基站老断站");
  await ana.reads("Save this visit to Acme Telecom?");
  const second = await ana.reads("Save this visit to Huanan Mobile?");
  expect(second.text).toContain("Sun 8 Mar");
  expect(await drafts()).toHaveLength(2);
});

test("a greeting is answered with what to write", async () => {
  await ana.says("hello");
  await ana.reads("Tell me whom you met");
  expect(await drafts()).toEqual([]);
});

test("a colleague whom only the import knows by e-mail is found in Slack and named", async () => {
  await rapport.database.sql`
    insert into members (workspace_id, email, name, names)
    values (${rapport.scope.workspace}, 'jonas.brandt@nordwind.example', 'Jonas Brandt', '{jonas brandt,jonas,brandt}')`;
  await ana.says("met Wang Li at Acme with Jonas, the price is agreed, need to send the contract by friday");
  const draft = await ana.reads("Save this visit");
  expect(wordsOf(draft)).toContain('"user_id":"U0JONAS"');
  expect(wordsOf(draft)).toContain("by Fri 13 Mar");
  await ana.press(draft, "visits.save-draft");
  expect(wordsOf(await ana.reads("Visit saved"))).toContain("with Jonas Brandt");
});

test("the first administrator is one also when a colleague names them before they come", async () => {
  await rapport.database.sql`
    insert into members (workspace_id, email, name, names)
    values (${rapport.scope.workspace}, 'viktor.halvorsen@nordwind.example', 'Viktor Halvorsen', '{viktor halvorsen,viktor}')`;
  await ana.says("met Wang Li at Acme with Viktor, the frame contract is agreed");
  await ana.reads("Save this visit");
  const [viktor] = await rapport.database.sql`
    select customer_management from members where slack_user_id = 'U0VIKTOR'`;
  expect(viktor).toEqual({ customer_management: true });
});

test("Chen reads the names as he writes them", async () => {
  const wei = rapport.as("U0WEI");
  await wei.says("昨晚跟移动王总吃饭，王总说基站老断站");
  const draft = await wei.reads("华南移动");
  expect(wordsOf(draft)).toContain("王建国");
  await wei.press(draft, "visits.save-draft");
  expect(wordsOf(await wei.reads("拜访已保存：华南移动"))).toContain("王建国");
});

test("somebody else's draft can't be saved with its button", async () => {
  const ben = rapport.as("U0BEN");
  await ana.says("met Wang Li at Acme and talked about the price");
  await ana.reads("Save this visit");
  await ben.says("met Wang Li at Acme, too");
  const button = await ben.reads("Save this visit");
  // The button's value comes from a client: here it names a draft of Ana's.
  await rapport.database.sql`
    update drafts set member_id = (select id from members where slack_user_id = 'U0ANA')`;
  await ben.press(button, "visits.save-draft");
  await ben.hears("This draft was saved or dropped already.");
  expect(await visits()).toEqual([]);
});
