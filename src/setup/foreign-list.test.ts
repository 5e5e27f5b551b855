import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../test/harness/database.ts";
import { scopeOf } from "../platform/db/scope.ts";
import { exitCodeOf, importFile, renderReport } from "./index.ts";

/** A list as other people keep it: a parliament, with its own habits. Only the header row was renamed. */
const GIVEN = [
  "Jörg",
  "María José",
  "Łukasz",
  "Søren",
  "Zoë",
  "Nguyễn Thị",
  "D'Arcy",
  "Jean-Claude",
  "Élodie",
  "Ólafur",
  "Ayşe",
  "Tom",
];
const FAMILY = [
  "O'Brien",
  "van der Berg",
  "García Márquez",
  "Ó Súilleabháin",
  "Müller-Lüdenscheidt",
  "de la Cruz",
  "Kowalska",
  "Şahin",
  "Þórsson",
  "Le",
];
const COMMITTEES = [
  "Committee on Ways and Means",
  "Select Committee on Energy, Climate and Industry",
  "Petitions; Committee on Rules",
  "Défense nationale et forces armées",
  "Ausschuss für Digitales",
];
const LEVELS = ["Executive", "senior", "MIDDLE", "junior", "Whip", ""];
const TITLES = [
  "Member, Deputy Chair",
  'Chair ("Speaker pro tempore")',
  "Minister of State, Digital",
  "Abgeordnete",
  "",
];
const BORN = [
  (y: number, m: number, d: number) => iso(y, m, d),
  (y: number, m: number, d: number) => `${d} ${MONTHS[m - 1]} ${y}`,
  (_: number, m: number, d: number) => `${MONTHS[m - 1]} ${d}`,
  (_: number, m: number, d: number) => `--${two(m)}-${two(d)}`,
  () => "",
];
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const two = (n: number) => String(n).padStart(2, "0");
const iso = (y: number, m: number, d: number) => `${y}-${two(m)}-${two(d)}`;
const cell = (words: string) => (/[",;\n]/u.test(words) ? `"${words.replaceAll('"', '""')}"` : words);
const of = (list: readonly string[], at: number) => list[at % list.length] ?? "";

function parliament(size: number): string {
  const rows = [
    "Full name,account,job title,Departments,level,date of birth,Nickname,National ID,constituency,e-mail,key person",
  ];
  for (let at = 0; at < size; at++) {
    const [given, family] = [of(GIVEN, at), of(FAMILY, Math.floor(at / GIVEN.length))];
    // Every tenth is written family first; every ninetieth shares the name of the one before, with an own address.
    const name =
      at % 10 === 3
        ? `${family}, ${given} ${at}`
        : at % 90 === 89
          ? `Tom Le ${at - 1}`
          : `${given} ${family} ${at}`;
    const real = at % 90 === 88 ? `Tom Le ${at}` : name;
    const born = BORN[at % BORN.length]?.(1940 + (at % 60), (at % 12) + 1, (at % 28) + 1) ?? "";
    const email = at % 7 === 0 || at % 90 > 87 ? `m${at}@parliament.example` : at % 7 === 1 ? "n/a" : "";
    const row = [
      real,
      Math.floor(at / 2) % 2 === 0 ? "House of Commons" : "Länderkammer",
      of(TITLES, at),
      of(COMMITTEES, at),
      of(LEVELS, at),
      born,
      at % 4 === 0 ? `Nick${at}; "Ace"` : "",
      `X${at}`,
      "North\nand South",
      email,
      of(["yes", "No", "TRUE", "0", "是", ""], at),
    ];
    rows.push(row.map(cell).join(","));
  }
  return `\ufeff${rows.join("\r\n")}\r\n\r\n,,,,,,,,,,\r\n`;
}

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await database.sql`insert into workspaces (id, name) values ('T1', 'Nordwind')`;
});
afterAll(() => database.drop());

test("a list of 600 people imports with its header renamed and nothing else, and again without a change", async () => {
  const request = {
    scope: scopeOf(database.db, "T1"),
    kind: "stakeholders" as const,
    bytes: new TextEncoder().encode(parliament(600)),
    options: { createAccounts: true },
    today: "2026-03-09",
  };
  const report = await importFile(request);
  expect(report).toMatchObject({
    added: 600,
    skipped: 0,
    dropped: ["National ID"],
    ignored: ["constituency"],
  });
  expect(report.created).toEqual({ accounts: ["House of Commons", "Länderkammer"], departments: 10 });
  expect(exitCodeOf(report)).toBe(0);
  expect(new Set(report.problems.map((each) => each.code))).toEqual(
    new Set(["level_unknown", "only_first_department", "kept_apart"]),
  );
  expect(renderReport(report)).toContain("600 added, 0 changed, 0 unchanged");

  const everybody = () => database.sql`select * from stakeholders order by id`;
  const before = await everybody();
  expect(await importFile(request)).toMatchObject({
    added: 0,
    changed: 0,
    unchanged: 600,
    skipped: 0,
    created: { accounts: [], departments: 0 },
  });
  expect(await everybody()).toEqual(before);
  const turned = before.find((each) => String(each["name"]).startsWith("van der Berg,"));
  expect(turned?.["names"]).toContain("van der berg");
});
