import { describe, expect, test } from "vitest";
import { importing, lines } from "../../test/harness/importing.ts";
import { exitCodeOf, renderReport } from "./index.ts";

const { company, load, people, sql } = importing();

describe("a file that can't be read", () => {
  test.each([
    ["quote_not_closed", 4, 'account,name\nDN,"Ann\nLi"\nDN,"Bo\nDN,Cy'],
    ["stray_quote", 2, 'account,name\nDN,"Ann" Li\nDN,Bo'],
    ["missing_column", 1, "name,title\nAnn,CTO"],
    ["doubled_column", 1, "account,name,姓名\nDN,Ann,Ann"],
    ["empty_file", 0, "\n\n"],
    ["workbook", 0, "PK\u0003\u0004"],
  ])("%s names line %i", async (code, line, text) => {
    await company();
    const report = await load("stakeholders", new TextEncoder().encode(text));
    expect(report).toMatchObject({ added: 0, problems: [{ code, line }] });
    expect(renderReport(report, "en")).toContain("Nothing was imported.");
    expect(exitCodeOf(report)).toBe(1);
  });

  test("another encoding is named with the line it shows at", async () => {
    const latin = new Uint8Array([...lines("account,name", "DN,Ann", "DN,J"), 0xf6, ...lines("rg")]);
    expect(await load("stakeholders", latin)).toMatchObject({ problems: [{ code: "not_utf8", line: 3 }] });
    expect(await load("stakeholders", new Uint8Array([0xff, 0xfe, 65, 0]))).toMatchObject({
      problems: [{ code: "utf16" }],
    });
  });

  test("a row with a comma too few is refused alone", async () => {
    await company();
    const report = await load(
      "stakeholders",
      lines("\ufeffaccount;name;title", "DN;Ann Li", "DN;Bo Ek;CTO", ";;", ""),
    );
    expect(report).toMatchObject({
      added: 1,
      skipped: 1,
      problems: [{ line: 2, code: "cell_count", detail: ["2", "3"] }],
    });
  });
});

describe("nothing is half saved", () => {
  test("a fault of the database in the middle leaves nothing of the file", async () => {
    await company();
    await sql()`create function refuse() returns trigger as $$ begin raise 'disk full'; end $$ language plpgsql`;
    await sql()`create trigger refuse before insert on departments for each row execute function refuse()`;
    await expect(
      load("stakeholders", lines("account,name,department", "New,Ann Li,Core"), { createAccounts: true }),
    ).rejects.toThrow();
    await sql()`drop trigger refuse on departments`;
    expect(await people()).toEqual([]);
    expect(await load("stakeholders", lines("account,name", "New,Ann Li"))).toMatchObject({ skipped: 1 });
  });

  test("one file imported twice at the same time makes one of each", async () => {
    const file = lines("account,name", "Assembly,Ann Li", "Assembly,Bo Ek");
    const reports = await Promise.all(
      [1, 2, 3].map(() => load("stakeholders", file, { createAccounts: true })),
    );
    expect(reports.map((report) => report.added).sort()).toEqual([0, 0, 2]);
    expect(await people()).toHaveLength(2);
  });
});
