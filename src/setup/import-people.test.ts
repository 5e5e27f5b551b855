import { describe, expect, test } from "vitest";
import { importing, lines } from "../../test/harness/importing.ts";
import { exitCodeOf, renderReport } from "./index.ts";

const { company, load, people } = importing();

describe("a file of people", () => {
  test("lands with names to be found by, the account's owner, a running clock and new departments", async () => {
    await company();
    const report = await load(
      "stakeholders",
      lines(
        "姓名,客户,职务,部门,层级,关键人,生日",
        "王立,移动,网络部总经理,网络部,高层,是,农历八月十五",
        "Jörg Weber,DN,CTO,Network,executive,yes,12 May 1961",
      ),
    );
    expect(report).toMatchObject({
      added: 2,
      changed: 0,
      skipped: 0,
      problems: [],
      created: { accounts: [], departments: 2 },
    });
    const [wang, jorg] = await people();
    expect(wang).toMatchObject({
      surname: "王",
      birthday_calendar: "lunar",
      birth_month: 8,
      birth_day: 15,
      birth_year: null,
      cadence_days: 21,
    });
    expect(wang?.["search_text"]).toContain("wangli");
    expect(jorg).toMatchObject({
      account: "Deutsche Netz AG",
      level: "executive",
      key_person: true,
      cadence_days: 14,
      added_on: "2026-03-09",
    });
    expect(jorg?.["owner_id"]).not.toBeNull();
    expect(jorg?.["names"]).toEqual(expect.arrayContaining(["jorg", "weber", "jorg weber"]));
  });

  test("the same file again changes nothing", async () => {
    await company();
    const file = lines(
      "account,name,title,reports_to,department",
      "DN,Jörg Weber,CTO,,Network",
      'DN,"Kaya, Emine","Head, Core",Jörg Weber,Core',
    );
    expect(await load("stakeholders", file)).toMatchObject({ added: 2 });
    const before = await people();
    expect(await load("stakeholders", file)).toMatchObject({
      added: 0,
      changed: 0,
      unchanged: 2,
      problems: [],
    });
    expect(await people()).toEqual(before);
    expect(before[1]?.["reports_to_id"]).toBe(before[0]?.["id"]);
  });

  test("an empty cell keeps what is there, a full one changes it", async () => {
    await company();
    await load(
      "stakeholders",
      lines("account,name,title,level,birthday", "DN,Jörg Weber,CTO,senior,--02-29"),
    );
    const report = await load(
      "stakeholders",
      lines("account,name,title,level,birthday", "DN,JORG WEBER,,executive,"),
    );
    expect(report).toMatchObject({ added: 0, changed: 1 });
    expect((await people())[0]).toMatchObject({
      title: "CTO",
      level: "executive",
      birth_month: 2,
      birth_day: 29,
    });
  });

  test("a row with an unknown owner is refused and named; the others land", async () => {
    await company();
    const report = await load(
      "stakeholders",
      lines("account,name,owner", "DN,Jörg Weber,bob@n.example", "DN,Emine Kaya,ana@n.example"),
    );
    expect(report).toMatchObject({ added: 1, skipped: 1 });
    expect(report.problems).toEqual([
      { line: 2, column: "owner", code: "member_unknown", detail: ["bob@n.example"] },
    ]);
    expect(renderReport(report)).toContain("line 2: owner: nobody of ours is “bob@n.example”");
    expect(exitCodeOf(report)).toBe(1);
  });

  test("an unknown account is refused, or made when that was asked for", async () => {
    const file = lines("account,name", "Assembly,Ann Li", "ASSEMBLY,Bo Ek");
    expect(await load("stakeholders", file)).toMatchObject({ added: 0, skipped: 2 });
    expect(await load("stakeholders", file, { createAccounts: true })).toMatchObject({
      added: 2,
      created: { accounts: ["Assembly"] },
    });
  });

  test("a dry run tells the same and saves nothing", async () => {
    const file = lines("account,name,department", "Assembly,Ann Li,Whips");
    const tried = await load("stakeholders", file, { createAccounts: true, dryRun: true });
    expect(await people()).toEqual([]);
    expect(await load("stakeholders", file, { createAccounts: true })).toEqual({ ...tried, dryRun: false });
    expect(renderReport(tried)).toContain("nothing was saved");
  });

  test("two people of one name are kept apart by id or e-mail, and never merged by a guess", async () => {
    await company();
    const file = lines(
      "id,account,name,email",
      "1,DN,Anna Schmidt,",
      ",DN,Anna Schmidt,as@dn.example",
      ",DN,Anna Schmidt,",
      ",DN,Anna Schmidt,",
    );
    const report = await load("stakeholders", file);
    expect(report).toMatchObject({ added: 3, skipped: 0 });
    expect(report.problems.map((each) => [each.line, each.code])).toEqual([
      [3, "kept_apart"],
      [4, "kept_apart"],
      [5, "same_row_twice"],
    ]);
    expect(await load("stakeholders", file)).toMatchObject({
      added: 0,
      changed: 0,
      unchanged: 3,
      skipped: 0,
    });
    const loose = await load("stakeholders", lines("account,name,title", "DN,Anna Schmidt,CFO"));
    expect(loose).toMatchObject({ skipped: 1, problems: [{ line: 2, code: "twin_here" }] });
  });

  test("a key that stands twice is reported with the line of the first", async () => {
    await company();
    const report = await load("stakeholders", lines("id,account,name", "7,DN,Ann Li", "7,DN,Bo Ek"));
    expect(report).toMatchObject({
      added: 1,
      skipped: 1,
      problems: [{ line: 3, column: "id", code: "key_twice", detail: ["7", "2"] }],
    });
  });

  test("what can't be read of a person is remarked, and the person lands", async () => {
    await company();
    const report = await load(
      "stakeholders",
      lines(
        "account,name,level,birthday,department,email,key_person",
        "DN,Ann Li,boss,12/05/1961,Core; Radio,none@,maybe",
      ),
    );
    expect(report).toMatchObject({ added: 1, skipped: 0 });
    expect(report.problems.map((each) => each.code)).toEqual([
      "level_unknown",
      "not_yes_or_no",
      "birthday_needs_order",
      "email_left_out",
      "only_first_department",
    ]);
    expect(exitCodeOf(report)).toBe(0);
    const again = await load("stakeholders", lines("account,name,birthday", "DN,Ann Li,12/05/1961"), {
      dates: "dmy",
    });
    expect(again).toMatchObject({ changed: 1 });
    expect((await people())[0]).toMatchObject({
      birth_year: 1961,
      birth_month: 5,
      birth_day: 12,
      level: "unknown",
    });
  });

  test("a person who moved to another account keeps who they are and loses the old department", async () => {
    await company();
    await load("stakeholders", lines("id,account,name,department", "1,DN,Ann Li,Core"));
    await load("stakeholders", lines("id,account", "1,移动"));
    expect((await people())[0]).toMatchObject({ account: "华南移动", name: "Ann Li", department_id: null });
  });

  test("columns of identity numbers are dropped and named, unknown ones are ignored and named", async () => {
    await company();
    const report = await load(
      "stakeholders",
      lines("account,name,Passport No.,身份证号,id,party", "DN,Ann Li,X1,1,11010519491231002X,Greens"),
    );
    expect(report).toMatchObject({
      added: 1,
      ignored: ["party"],
      dropped: ["Passport No.", "身份证号", "id"],
    });
    expect((await people())[0]).toMatchObject({ external_id: null });
  });
});
