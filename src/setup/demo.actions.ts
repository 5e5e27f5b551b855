import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Day } from "../platform/civil.ts";
import type { Scope } from "../platform/db/scope.ts";
import { shiftTo } from "./demo.ts";
import { KINDS, type Kind } from "./file/columns.ts";
import { readFile as readRows } from "./file/read.ts";
import { importRows } from "./import.actions.ts";
import { refuses } from "./problems.ts";

/**
 * Imports the demo company from its files, in one transaction, its history moved so that it ends yesterday.
 * Its people count as known since that history began: whom nobody met in all that time is overdue.
 */
export async function importDemo({
  scope,
  folder,
  today,
}: {
  scope: Scope;
  folder: string;
  today: Day;
}): Promise<void> {
  const files = await Promise.all(KINDS.map((kind) => readFile(join(folder, `${kind}.csv`))));
  const bytes = new Map(KINDS.map((kind, at) => [kind, files[at] ?? new Uint8Array()]));
  const visits = rowsOf("visits", bytes, today);
  const days = visits.rows.flatMap((row) => row.metOn ?? []);
  const shift = shiftTo(today, days);
  const began = shift(days.toSorted()[0] ?? today);
  const moved = {
    ...visits,
    rows: visits.rows.map((row) => ({ ...row, metOn: row.metOn && shift(row.metOn) })),
  };
  await scope.together(async (inside) => {
    for (const kind of KINDS) {
      const read = kind === "visits" ? moved : rowsOf(kind, bytes, today);
      const report = await importRows(inside, kind, read, {}, kind === "stakeholders" ? began : today);
      const odd = report.problems.find(refuses);
      if (odd) throw new Error(`the demo's ${kind}.csv is wrong at line ${odd.line}: ${odd.code}`);
    }
  });
}

function rowsOf<K extends Kind>(kind: K, bytes: Map<Kind, Uint8Array>, today: Day) {
  const read = readRows(kind, bytes.get(kind) ?? new Uint8Array(), {}, today);
  if ("fault" in read)
    throw new Error(`the demo's ${kind}.csv can't be read: ${read.fault.problems[0]?.code}`);
  return read;
}
