import { beforeEach, describe, expect, test } from "vitest";
import { importing, lines } from "../../test/harness/importing.ts";

const { company, load, people, sql, workspace } = importing();

describe("visits of the past", () => {
  const header = "account,met_on,type,channel,minutes,attendees,members,outcome";
  beforeEach(async () => {
    await company();
    await load(
      "stakeholders",
      lines(
        "account,name,native_name,addressed_as",
        "移动,Wang Li,王立,王总",
        "移动,Li Na,李娜,李处",
        "DN,Jörg Weber,,",
      ),
    );
  });

  test("land with their people, restart clocks, and repeat without a change", async () => {
    const file = lines(
      header,
      "移动,2026-03-02,meal,in_person,,王总;Li Na,ana@n.example;mei@n.example,Talked about the outages in the east",
      "DN,2026-03-03,拜访,电话,5,Jörg,ana@n.example,Called about the purchase order",
    );
    expect(await load("visits", file)).toMatchObject({ added: 2, problems: [] });
    expect(await load("visits", file)).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
    expect((await people()).map((each) => each["last_effective_on"])).toEqual([
      "2026-03-02",
      "2026-03-02",
      null,
    ]);
    const better = lines(header, "DN,2026-03-03,visit,,15,Weber,ana@n.example,");
    expect(await load("visits", better)).toMatchObject({ changed: 1 });
    expect((await people())[2]).toMatchObject({ last_effective_on: "2026-03-03" });
  });

  test("a row with somebody unknown, a day to come or a day unclear is refused and says so", async () => {
    const report = await load(
      "visits",
      lines(
        header,
        "DN,2026-03-03,,,,Jörg;Nobody,,x",
        "DN,2026-03-10,,,,Jörg,,x",
        "DN,03/04/2026,,,,Jörg,,x",
        "DN,,,,,Jörg,,x",
      ),
    );
    expect(report).toMatchObject({ added: 0, skipped: 4 });
    expect(report.problems.map((each) => each.code)).toEqual([
      "person_unknown",
      "in_the_future",
      "date_needs_order",
      "missing_cell",
    ]);
  });

  test("a visit deleted here is not brought back", async () => {
    const file = lines(header, "DN,2026-03-03,,,,Jörg,,Talked about the purchase order");
    await load("visits", file);
    await sql()`update visits set deleted_at = now() where workspace_id = ${workspace()}`;
    expect(await load("visits", file)).toMatchObject({
      added: 0,
      unchanged: 1,
      problems: [{ code: "deleted_here" }],
    });
  });
});
