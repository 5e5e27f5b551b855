import { expect, test } from "vitest";
import { z } from "zod";
import { formNonce, metadata, nonceField } from "./metadata.ts";
import { StaleForm } from "./trouble.ts";

const visitForm = metadata(z.object({ nonce: nonceField, accountId: z.string().optional() }));

test("what a form carries comes back as it was", () => {
  const carried = { nonce: formNonce(), accountId: "a1" };
  expect(visitForm.decode(visitForm.encode(carried))).toEqual(carried);
});

test("every form has a nonce of its own", () => {
  expect(formNonce()).not.toBe(formNonce());
});

test("metadata of an older version, or forged, is a stale form and not a crash", () => {
  for (const forged of ["", "{", "null", '{"nonce":"1"}', `{"accountId":"a1"}`]) {
    expect(() => visitForm.decode(forged)).toThrow(StaleForm);
  }
});

test("metadata that Slack would refuse is refused before it is sent", () => {
  expect(() => visitForm.encode({ nonce: formNonce(), accountId: "x".repeat(3000) })).toThrow(RangeError);
});
