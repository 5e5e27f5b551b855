import { expect, test } from "vitest";
import { type Part, partsOf } from "./parts.ts";
import { WORDS } from "./people.samples.ts";
import { answersTo, whatIsRegistered } from "./registered.ts";
import { SAMPLES } from "./views.samples.ts";

const registered = whatIsRegistered();
const shown = Object.values(SAMPLES).flatMap((show) => show(WORDS.ordinary, "en"));
const parts = partsOf(shown);
const ids = (some: Part[], key: string): string[] => [...new Set(some.map((part) => String(part[key])))];

/** Elements that speak up as soon as they are pressed or picked. */
const pressed = [
  ...parts.filter(({ type }) => type === "actions").flatMap(({ elements }) => elements as Part[]),
  ...parts.flatMap(({ accessory }) => (accessory ? [accessory as Part] : [])),
  ...parts.filter((part) => part["dispatch_action"] === true).map(({ element }) => element as Part),
];
const searched = parts.filter(({ type }) => String(type).endsWith("external_select"));
const submitted = parts.filter(({ type, submit }) => type === "modal" && submit !== undefined);

test("every button, picker and form that is shown is answered", () => {
  expect(pressed.length * searched.length * submitted.length).toBeGreaterThan(0);
  const unanswered = (drawn: string[], by: unknown[]) =>
    drawn.filter((id) => !by.some((each) => answersTo(each, id)));
  expect(unanswered(ids(pressed, "action_id"), registered.action)).toEqual([]);
  expect(unanswered(ids(searched, "action_id"), registered.options)).toEqual([]);
  expect(unanswered(ids(submitted, "callback_id"), registered.view)).toEqual([]);
});

test("everything that is answered is shown somewhere", () => {
  const idle = (by: unknown[], drawn: string[]) =>
    by
      .filter((each) => !drawn.some((id) => answersTo(each, id)))
      .map((each) => JSON.stringify(each, patterns));
  expect(idle(registered.action, ids(pressed, "action_id"))).toEqual([]);
  expect(idle(registered.options, ids(searched, "action_id"))).toEqual([]);
  expect(idle(registered.view, ids(submitted, "callback_id"))).toEqual([]);
});

const patterns = (_: string, value: unknown) => (value instanceof RegExp ? value.source : value);
