import { describe, expect, test } from "vitest";
import { importing, lines } from "../../test/harness/importing.ts";

const { company, load, people, sql, workspace } = importing();

describe("accounts, departments and members", () => {
  test("a new grade restarts the clocks, a new owner takes over who had none", async () => {
    await company();
    await load("stakeholders", lines("account,name,level", "华南移动,王立,senior"));
    expect((await people())[0]).toMatchObject({ cadence_days: 45, owner_id: null });
    await load("accounts", lines("name,grade,owner", "移动通信,B,", "华南移动,S,ana@n.example"));
    const [wang] = await people();
    expect(wang).toMatchObject({ cadence_days: 30 });
    expect(wang?.["owner_id"]).not.toBeNull();
  });

  test("parents may stand further down, and never lead back to themselves", async () => {
    const report = await load(
      "accounts",
      lines("name,parent", "Tochter,Mutter", "Mutter,Holding", "Holding,Tochter"),
    );
    expect(report).toMatchObject({ added: 3, problems: [{ code: "circle_left_out" }] });
    expect(await load("accounts", lines("name,parent", "Tochter,Mutter", "Mutter,Holding"))).toMatchObject({
      unchanged: 2,
    });
  });

  test("departments take their headcount level by level, and a list repeats without a change", async () => {
    await company();
    await load("stakeholders", lines("account,name,department", "DN,Ann Li,Core"));
    const file = lines(
      "account,name,parent,level,expected_headcount",
      "DN,Network,,executive,1",
      "DN,Core,Network,senior,2",
      "DN,Core,Network,middle,9",
      "DN,Core,Network,,4",
    );
    const report = await load("departments", file);
    expect(report).toMatchObject({
      added: 1,
      changed: 1,
      problems: [{ line: 5, code: "headcount_needs_level" }],
    });
    expect(await load("departments", file)).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
    const rows =
      await sql()`select level, expected from headcounts where workspace_id = ${workspace()} order by expected`;
    expect(rows.map((row) => [row["level"], row["expected"]])).toEqual([
      ["executive", 1],
      ["senior", 2],
      ["middle", 9],
    ]);
  });

  test("managers may stand further down; the last one in customer management stays", async () => {
    await company();
    const report = await load(
      "members",
      lines("email,name,customer_management,manager", "mei@n.example,,no,", "bo@n.example,Bo,,li@n.example"),
    );
    expect(report).toMatchObject({
      added: 1,
      problems: [
        { line: 2, code: "last_administrator" },
        { line: 3, code: "link_left_out" },
      ],
    });
  });

  test("a member the file says nothing new of stays as they are in Slack", async () => {
    await company();
    await sql()`update members set slack_user_id = 'U1' where workspace_id = ${workspace()} and name = 'Ana Lindqvist'`;
    await load("members", lines("email,name,region", "ANA@n.example,,North"));
    const [ana] =
      await sql()`select * from members where workspace_id = ${workspace()} and slack_user_id = 'U1'`;
    expect(ana).toMatchObject({ name: "Ana Lindqvist", region: "North", email: "ana@n.example" });
  });
});
