import { CsvError, type Info, parse } from "csv-parse/sync";
import type { Problem } from "../problems.ts";

export interface Line {
  /** Where the row begins, as an editor counts. */
  line: number;
  cells: string[];
}

export type Sheet = { header: string[]; rows: Line[]; problems: Problem[] } | { fault: Problem };

/** Reads a comma-separated file (or one with semicolons or tabs, as a European Excel writes it). */
export function readCsv(bytes: Uint8Array): Sheet {
  const text = decode(bytes);
  if (typeof text !== "string") return { fault: text };
  const lines = split(text);
  if (!Array.isArray(lines)) return { fault: lines };
  const [header, ...rest] = lines;
  if (header === undefined) return { fault: { line: 0, code: "empty_file", detail: [] } };
  const { rows, problems } = checkWidth(header.cells.length, rest);
  return { header: header.cells.map((cell) => cell.trim()), rows, problems };
}

function decode(bytes: Uint8Array): string | Problem {
  const starts = (...head: number[]) => head.every((byte, at) => bytes[at] === byte);
  if (starts(0xff, 0xfe) || starts(0xfe, 0xff)) return { line: 1, code: "utf16", detail: [] };
  if (starts(0x50, 0x4b, 3, 4) || starts(0xd0, 0xcf, 0x11, 0xe0))
    return { line: 0, code: "workbook", detail: [] };
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    // One kind of line break, so that the lines count the same inside and outside of quotes.
    return decoder.decode(bytes).replace(/\r\n?/gu, "\n");
  } catch {
    return { line: firstBadLine(bytes), code: "not_utf8", detail: [] };
  }
}

/** A line break never stands inside a UTF-8 character, so each line can be tried alone. */
function firstBadLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let line = 1;
  for (let from = 0; from < bytes.length; line++) {
    const end = bytes.indexOf(10, from);
    const to = end === -1 ? bytes.length : end;
    try {
      decoder.decode(bytes.subarray(from, to));
    } catch {
      return line;
    }
    from = to + 1;
  }
  return line;
}

function split(text: string): Line[] | Problem {
  const lines: Line[] = [];
  let end = 0;
  try {
    const records = parse(text, {
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (record, { lines: last }) => {
        end = last;
        return record;
      },
    }) as unknown as { record: string[]; info: Info }[];
    for (const { record, info } of records) {
      if (record.every((cell) => cell.trim() === "")) continue;
      const breaks = record.reduce((sum, cell) => sum + cell.split("\n").length - 1, 0);
      lines.push({ line: info.lines - breaks, cells: record });
    }
    return lines;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return whereItBroke(error, text, end);
  }
}

/** The parser notices a broken quote late, at the end of the file perhaps; the person needs the row that opened it. */
function whereItBroke(error: CsvError, text: string, lastGood: number): Problem {
  const lines = text.split("\n");
  let line = lastGood;
  while (line < lines.length && (lines[line] ?? "").trim() === "") line += 1;
  const noticed = Number(error["lines"] ?? line + 1);
  return error.code === "CSV_QUOTE_NOT_CLOSED"
    ? { line: line + 1, code: "quote_not_closed", detail: [] }
    : { line: line + 1, code: "stray_quote", detail: [String(noticed)] };
}

function delimiterOf(text: string): string {
  const head = text.slice(0, text.indexOf("\n") + 1 || text.length).replace(/"[^"]*"/gu, "");
  const count = (mark: string) => head.split(mark).length;
  return [",", ";", "\t"].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

/** A row with cells missing or too many is a row in which a comma or a quote went astray: its cells can't be told. */
function checkWidth(width: number, lines: Line[]) {
  const problems: Problem[] = [];
  const rows = lines.filter(({ line, cells }) => {
    const extra = cells.slice(width).some((cell) => cell.trim() !== "");
    if (cells.length >= width && !extra) return true;
    problems.push({ line, code: "cell_count", detail: [String(cells.length), String(width)] });
    return false;
  });
  return { rows, problems };
}
