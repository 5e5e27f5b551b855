import type { Kind } from "./file/columns.ts";
import type { Code } from "./problems.ts";
import type { Report } from "./report.ts";

/** Every sentence of an import, in one language. */
export interface ImportWords {
  /** What was wrong and what to do; `column` is the header as the file writes it. */
  problem: Record<Code, (detail: string[], column: string) => string>;
  things: Record<Kind, (count: number) => string>;
  line(line: number): string;
  done(report: Report, thing: string): string;
  counts(report: Report): string;
  created(accounts: string[], departments: number): string | undefined;
  ignored(headers: string[]): string;
  dropped(headers: string[]): string;
  refusedHeading(rows: number): string;
  remarksHeading(count: number): string;
  nothingTaken: string;
}
