import { expect, test } from "vitest";
import { settableClock } from "../../platform/clock.ts";
import { manifest, workspace } from "../rehearsal.ts";
import type { Slack } from "../slack.ts";
import { openWorld } from "../world/open.ts";
import { asCommandText, asMessageText, asRichText } from "./typing.ts";

const { world } = openWorld({ workspace, manifest, clock: settableClock() });
const slack = { world } as Slack;

test("a command's words name people, channels and links as Slack escapes them", () => {
  expect(asCommandText(slack, "和@ana吃饭 in #team, see https://a.example/b?c=1&d=2.")).toBe(
    "和<@U0ANA|ana>吃饭 in <#C0TEAM|team>, see <https://a.example/b?c=1&amp;d=2>.",
  );
  expect(asCommandText(slack, "wrote to ben@test.example about A<B & C>D")).toBe(
    "wrote to <mailto:ben@test.example|ben@test.example> about A&lt;B &amp; C&gt;D",
  );
});

test("a message names people by id alone, and a name nobody bears stays text", () => {
  expect(asMessageText(slack, "@Ben and @nobody in #nowhere")).toBe("<@U0BEN> and @nobody in #nowhere");
});

test("the composer's block carries the same words", () => {
  expect(asRichText(slack, "with @ben")).toMatchObject({
    elements: [
      {
        elements: [
          { type: "text", text: "with " },
          { type: "user", user_id: "U0BEN" },
        ],
      },
    ],
  });
});
