import type { Kind } from "./file/columns.ts";
import { type Problem, refuses } from "./problems.ts";

/** What an import did, or would do (`dryRun`). */
export interface Report {
  kind: Kind;
  dryRun: boolean;
  added: number;
  changed: number;
  unchanged: number;
  /** Rows left out; `problems` says which and why. */
  skipped: number;
  /** What the file brought along besides its own rows. */
  created: { accounts: string[]; departments: number };
  /** Headers nobody knows. */
  ignored: string[];
  /** Columns of numbers that identify a person to the state: not read. */
  dropped: string[];
  /** By line. Some cost their row, some only a cell. */
  problems: Problem[];
}

export function reportOf(kind: Kind, dryRun: boolean): Report {
  return {
    kind,
    dryRun,
    added: 0,
    changed: 0,
    unchanged: 0,
    skipped: 0,
    created: { accounts: [], departments: 0 },
    ignored: [],
    dropped: [],
    problems: [],
  };
}

/** Problems by line, and the rows they cost. */
export function withProblems(report: Report, problems: Problem[]): Report {
  const sorted = [...problems].sort((a, b) => a.line - b.line);
  const lost = new Set(sorted.filter(refuses).map((problem) => problem.line));
  return { ...report, problems: sorted, skipped: lost.size };
}

/** 0: all of it landed; 1: something was refused. */
export const exitCodeOf = (report: Report): 0 | 1 => (report.problems.some(refuses) ? 1 : 0);
