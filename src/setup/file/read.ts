import type { Day } from "../../platform/civil.ts";
import { type Findings, findings, refuses } from "../problems.ts";
import { type Report, reportOf, withProblems } from "../report.ts";
import { headerOf, type Kind, type Layout, layOut } from "./columns.ts";
import { type Line, readCsv } from "./csv.ts";
import type { DateOrder } from "./dates.ts";
import { type Row, readRow } from "./rows.ts";

export interface Options {
  dryRun?: boolean;
  /** Make accounts nobody knows instead of refusing their rows. */
  createAccounts?: boolean;
  /** What 05/12/1961 means. */
  dates?: DateOrder;
}

export interface FileRead<K extends Kind> {
  /** Rows that can be read; what else is wrong with them only the data can tell. */
  rows: Row<K>[];
  /** Names columns as the file does. */
  found: Findings;
  report: Report;
}

/** Bytes → rows, or the report that says why nothing can be taken from them. */
export function readFile<K extends Kind>(
  kind: K,
  bytes: Uint8Array,
  options: Options,
  today: Day,
): FileRead<K> | { fault: Report } {
  const report = reportOf(kind, options.dryRun ?? false);
  const sheet = readCsv(bytes);
  if ("fault" in sheet) return { fault: withProblems(report, [sheet.fault]) };
  const layout = layOut(kind, sheet.header);
  if ("fault" in layout) return { fault: withProblems(report, [layout.fault]) };
  const safe = withoutIdentityNumbers(layout, sheet.rows);
  const headers = new Map([...layout.at].map(([key, place]) => [headerOf(key), place.header]));
  const found = findings(headers);
  found.problems.push(...sheet.problems);
  const rows: Row<K>[] = [];
  for (const line of sheet.rows) {
    const { row, problems } = readRow(kind, line, safe, { order: options.dates, today });
    found.problems.push(...problems);
    if (!problems.some(refuses)) rows.push(row);
  }
  return { rows, found, report: { ...report, ignored: safe.ignored, dropped: safe.dropped } };
}

/** 18 figures of a Chinese identity card, an American social security number. */
const IDENTITY_NUMBER = /^(?:\d{17}[\dXx]|\d{3}-\d{2}-\d{4})$/u;

/** A column may call itself `id` and hold the number of an identity card. */
function withoutIdentityNumbers<K extends Kind>(layout: Layout<K>, rows: Line[]): Layout<K> {
  const at = new Map(layout.at);
  const dropped = [...layout.dropped];
  for (const [key, { index, header }] of layout.at) {
    const cells = rows.map((row) => (row.cells[index] ?? "").trim()).filter((cell) => cell !== "");
    const telling = cells.filter((cell) => IDENTITY_NUMBER.test(cell)).length;
    if (telling === 0 || telling * 2 < cells.length) continue;
    at.delete(key);
    dropped.push(header);
  }
  return { ...layout, at, dropped };
}
