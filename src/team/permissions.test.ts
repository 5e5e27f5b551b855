import fc from "fast-check";
import { expect, test } from "vitest";
import type { Member } from "./member.ts";
import { type Act, may, type Subject } from "./permissions.ts";

const member = (id: number, more: Partial<Member> = {}): Member => ({
  id,
  slackUserId: `U${id}`,
  name: `Member ${id}`,
  timeZone: "UTC",
  locale: "en",
  role: "rep",
  customerManagement: false,
  managerId: null,
  active: true,
  ...more,
});
const [ana, ben, mei, li] = [member(1), member(2), member(3), member(4, { customerManagement: true })];
/** Mei leads Ana; nobody leads Ben. */
const above = new Map([[1, [3]]]);

test.each<[string, Member, Act, Subject, boolean]>([
  ["anyone logs a visit", ben, "log", {}, true],
  ["anyone sees a card", ben, "see_card", {}, true],
  ["the author edits a visit", ana, "edit_visit", { authorId: 1 }, true],
  ["one of ours who was there edits it", ben, "edit_visit", { authorId: 1, colleagueIds: [2] }, true],
  ["the author's manager edits it", mei, "edit_visit", { authorId: 1 }, true],
  ["customer management edits it", li, "edit_visit", { authorId: 1 }, true],
  ["another rep does not edit it", ben, "edit_visit", { authorId: 1 }, false],
  ["the manager of somebody else does not", mei, "edit_visit", { authorId: 2 }, false],
  ["an account's team reads words", ben, "see_words", { ownerId: 1, teamIds: [2] }, true],
  ["the owner's manager reads words", mei, "see_words", { ownerId: 1 }, true],
  ["others do not read words", ben, "see_words", { ownerId: 1 }, false],
  ["an owner shapes the account", ana, "shape_account", { ownerId: 1 }, true],
  ["its team does not shape it", ben, "shape_account", { ownerId: 1, teamIds: [2] }, false],
  ["one sees one's own list", ana, "see_list", { memberId: 1 }, true],
  ["a colleague does not see it", ben, "see_list", { memberId: 1 }, false],
  ["only approvers approve gifts", li, "approve_gift", { approverIds: [3] }, false],
  ["only customer management administers", mei, "administer", {}, false],
])("%s", (_promise, actor, act, subject, allowed) => {
  expect(may(actor, act, subject, above)).toBe(allowed);
});

test("a deactivated member may do nothing, whatever their standing", () => {
  const acts: Act[] = [
    "log",
    "see_card",
    "see_words",
    "edit_visit",
    "shape_account",
    "see_list",
    "approve_gift",
    "administer",
  ];
  fc.assert(
    fc.property(fc.constantFrom(...acts), fc.boolean(), (act, customerManagement) => {
      const gone = member(1, { active: false, customerManagement });
      expect(may(gone, act, { memberId: 1, authorId: 1, ownerId: 1, approverIds: [1] })).toBe(false);
    }),
  );
});
