import { DrizzleQueryError } from "drizzle-orm/errors";
import { expect, test } from "vitest";
import { createLog } from "./log.ts";

function written(write: (log: ReturnType<typeof createLog>) => void): string {
  let lines = "";
  write(
    createLog("info", {
      write: (line) => {
        lines += line;
      },
    }),
  );
  return lines;
}

test("no token is written, wherever it stands", () => {
  const tokens = ["xoxb-123-abc", "xapp-1-A1-2-f00", "xoxe.xoxp-1-secret"];
  for (const token of tokens) {
    const lines = written((log) => {
      log.info({ deep: { er: [`Bearer ${token}`] } }, `sent with ${token}`);
      log.error({ err: new Error(`no: ${token}`) });
    });
    expect(lines).not.toContain(token.slice(5));
    expect(lines).toContain("[token]");
  }
  const addresses = written((log) => {
    log.warn("https://hooks.slack.com/commands/T1/2/s3cret failed");
    log.warn("wss://wss-primary.slack.com/link/?ticket=t1cket&app_id=1");
  });
  expect(addresses).not.toMatch(/s3cret|t1cket/);
});

test("what a person typed is never written, whichever field carries it", () => {
  const lines = written((log) => {
    log.info(
      { text: "lunch with Wang Li", view: { state: { values: "Wang Li" } }, userId: "U1" },
      "a command",
    );
    log.info({ request: { body: { text: "Wang Li" } } }, "a request");
  });
  expect(lines).not.toContain("Wang Li");
  expect(lines).toContain("U1");
});

test("an error keeps its kind, codes and frames, and loses the words it quotes", () => {
  const refused = Object.assign(new Error('invalid input syntax for type uuid: "Wang Li"'), {
    code: "22P02",
    detail: "Wang Li",
    constraint_name: "visits_pk",
  });
  const query = new DrizzleQueryError("insert into visits values ($1)", ["Wang Li"], refused);
  const lines = written((log) => {
    log.error({ err: query, ref: "7f3a" }, "Something broke.");
    log.error({ problem: new SyntaxError(`Unexpected token 'W', "Wang Li" is not valid JSON`) });
    log.error(query);
  });
  expect(lines).not.toContain("Wang Li");
  expect(lines).toContain("insert into visits");
  for (const kept of ["22P02", "visits_pk", "7f3a", "log.test.ts"]) expect(lines).toContain(kept);
});
