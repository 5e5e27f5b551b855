/** Nothing of the file is taken: what it says can't be told apart from what it doesn't. */
export const FILE_FAULTS = [
  "empty_file",
  "workbook",
  "utf16",
  "not_utf8",
  "quote_not_closed",
  "stray_quote",
  "missing_column",
  "doubled_column",
] as const;

/** The row is left out; the others land. */
export const REFUSALS = [
  "cell_count",
  "missing_cell",
  "not_an_email",
  "not_a_date",
  "date_needs_order",
  "in_the_future",
  "word_unknown",
  "member_unknown",
  "account_unknown",
  "account_unclear",
  "person_unknown",
  "person_unclear",
  "twin_in_file",
  "twin_here",
  "key_twice",
] as const;

/** The row lands without the cell, and the person should know. */
export const REMARKS = [
  "level_unknown",
  "grade_unknown",
  "birthday_unread",
  "birthday_needs_order",
  "email_left_out",
  "not_yes_or_no",
  "not_a_number",
  "only_first_department",
  "link_left_out",
  "headcount_needs_level",
  "same_row_twice",
  "kept_apart",
  "deleted_here",
  "damaged_text",
  "circle_left_out",
  "department_unclear",
  "last_administrator",
] as const;

type FileFault = (typeof FILE_FAULTS)[number];
type Refusal = (typeof REFUSALS)[number];
type Remark = (typeof REMARKS)[number];
export type Code = FileFault | Refusal | Remark;

export interface Problem {
  /** As an editor counts lines, from 1; a row of several lines is named by its first. 0: the file as a whole. */
  line: number;
  /** The header as the file writes it. */
  column?: string;
  code: Code;
  /** The words concerned, as the file writes them; each code knows how many it has. */
  detail: string[];
}

const refusals: ReadonlySet<string> = new Set<string>([...FILE_FAULTS, ...REFUSALS]);
export const refuses = (problem: Problem): boolean => refusals.has(problem.code);

/** Problems as they are found, and which rows they cost. */
export interface Findings {
  problems: Problem[];
  note(line: number, code: Code, column?: string, ...detail: string[]): void;
}

/** @param headers what the file calls our columns: plans speak of `met_on`, the person of 日期. */
export function findings(headers: ReadonlyMap<string, string> = new Map()): Findings {
  const problems: Problem[] = [];
  return {
    problems,
    note(line, code, column, ...detail) {
      problems.push({
        line,
        code,
        detail,
        ...(column === undefined ? {} : { column: headers.get(column) ?? column }),
      });
    },
  };
}
