import type { Day } from "../platform/civil.ts";
import type { Scope } from "../platform/db/scope.ts";
import type { Kind } from "./file/columns.ts";
import { type FileRead, type Options, readFile } from "./file/read.ts";
import {
  importAccounts,
  importDepartments,
  importMembers,
  importStakeholders,
  importVisits,
  takeTurn,
} from "./import.store.ts";
import { type Report, withProblems } from "./report.ts";

interface ImportRequest {
  scope: Scope;
  kind: Kind;
  bytes: Uint8Array;
  options?: Options;
  /** The civil day people become "added on"; visits after it are refused. */
  today: Day;
}

/** Undoes a dry run; it leaves the transaction with the report in its hands. */
class OnlyTrying extends Error {
  readonly report: Report;
  constructor(report: Report) {
    super("a dry run ends here");
    this.report = report;
  }
}

/**
 * Imports one file in one transaction: its good rows land together, its bad ones are reported by line. A fault of the
 * database throws and leaves nothing; a dry run does all of it and takes it back.
 */
export async function importFile({
  scope,
  kind,
  bytes,
  options = {},
  today,
}: ImportRequest): Promise<Report> {
  const read = readFile(kind, bytes, options, today);
  if ("fault" in read) return read.fault;
  try {
    return await scope.together(async (inside) => {
      await takeTurn(inside);
      const report = await importRows(inside, kind, read, options, today);
      if (options.dryRun) throw new OnlyTrying(report);
      return report;
    });
  } catch (error) {
    if (error instanceof OnlyTrying) return error.report;
    throw error;
  }
}

/** Writes rows already read, inside whatever transaction the caller has open. */
export async function importRows(
  scope: Scope,
  kind: Kind,
  read: FileRead<Kind>,
  options: Options,
  today: Day,
): Promise<Report> {
  const done = await write(scope, kind, read, options, today);
  return withProblems({ ...read.report, ...done }, read.found.problems);
}

function write(scope: Scope, kind: Kind, read: FileRead<Kind>, options: Options, today: Day) {
  switch (kind) {
    case "members":
      return importMembers(scope, read as FileRead<"members">);
    case "accounts":
      return importAccounts(scope, read as FileRead<"accounts">);
    case "departments":
      return importDepartments(scope, read as FileRead<"departments">, options);
    case "stakeholders":
      return importStakeholders(scope, read as FileRead<"stakeholders">, options, today);
    case "visits":
      return importVisits(scope, read as FileRead<"visits">, today);
  }
}
