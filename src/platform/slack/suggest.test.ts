import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { option } from "./blocks.ts";
import { findInTime, suggestionAck } from "./suggest.ts";

const acme = option("Acme", "a1");
const beta = option("Beta", "a2");

test("a search that is done answers at once", async () => {
  expect(await findInTime(async () => [acme], 1000)).toEqual({ options: [acme] });
});

test("a search that is too slow is stopped, and what it had offered is answered", async () => {
  const started = Date.now();
  const found = await findInTime(async (offer) => {
    offer([acme]);
    await sleep(300);
    return [beta];
  }, 50);
  expect(found).toEqual({ options: [acme] });
  expect(Date.now() - started).toBeLessThan(200);
});

test("a search that fails after its time ends nothing", async () => {
  const late = async () => {
    await sleep(60);
    throw new Error("too late");
  };
  expect(await findInTime(late, 20)).toEqual({ options: [] });
  await sleep(80);
});

test("one bad option never empties the list", () => {
  const tooLong = { text: { type: "plain_text" as const, text: "x".repeat(100) }, value: "a3" };
  const noValue = { text: { type: "plain_text" as const, text: "none" }, value: "" };
  const longValue = { ...acme, value: "x".repeat(76) };
  const noText = { text: { type: "plain_text" as const, text: " " }, value: "a4" };
  const answer = suggestionAck([acme, tooLong, noValue, longValue, noText]);
  expect(answer).toMatchObject({ options: [acme, { value: "a3", text: { text: `${"x".repeat(74)}…` } }] });
  const many = Array.from({ length: 150 }, (_, at) => option(`Account ${at}`, `a${at}`));
  expect((suggestionAck(many) as { options: unknown[] }).options).toHaveLength(100);
});

test("empty groups are left out, because Slack refuses them", () => {
  expect(
    suggestionAck({
      groups: [
        { label: "Mine", options: [acme] },
        { label: "Others", options: [] },
      ],
    }),
  ).toEqual({
    option_groups: [{ label: { type: "plain_text", text: "Mine" }, options: [acme] }],
  });
  expect(suggestionAck({ groups: [] })).toEqual({ options: [] });
});
