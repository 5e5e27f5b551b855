import { expect, test } from "vitest";
import { readConfig } from "./config.ts";

test("without tokens Rapport starts the local workspace on the usual ports", () => {
  expect(readConfig({})).toMatchObject({
    slack: undefined,
    port: 3001,
    sandboxPort: 3000,
    dataFolder: ".rapport",
  });
});

test("one token of a pair names the other", () => {
  expect(() => readConfig({ SLACK_BOT_TOKEN: "xoxb-1" })).toThrow(
    /SLACK_APP_TOKEN is missing: SLACK_BOT_TOKEN is set/,
  );
  expect(() => readConfig({ SLACK_APP_TOKEN: "xapp-1" })).toThrow(
    /SLACK_BOT_TOKEN is missing: SLACK_APP_TOKEN is set/,
  );
});

test("every problem is named at once, and no secret is repeated", () => {
  const wrong = () =>
    readConfig({
      SLACK_BOT_TOKEN: "hunter2",
      SLACK_APP_TOKEN: "xapp-1",
      PORT: "ninety",
      DATABASE_URL: "mysql://a:pw9@b/c",
    });
  expect(wrong).toThrow(/SLACK_BOT_TOKEN should start with xoxb-/);
  expect(wrong).toThrow(/PORT/);
  expect(wrong).toThrow(/DATABASE_URL should look like/);
  expect(wrong).not.toThrow(/hunter2|pw9/);
});

test("an empty variable is the same as none", () => {
  expect(readConfig({ SLACK_BOT_TOKEN: "", SLACK_APP_TOKEN: " ", DATABASE_URL: "" }).slack).toBeUndefined();
});
