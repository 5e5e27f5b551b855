import { english } from "./import.text.en.ts";
import { chinese } from "./import.text.zh.ts";
import { type Problem, refuses } from "./problems.ts";
import type { Report } from "./report.ts";
import type { ImportWords } from "./words.text.ts";

const LOCALES: Record<"en" | "zh", ImportWords> = { en: english, zh: chinese };

/** One sentence of a problem. */
export const problemText = ({ code, detail, column }: Problem, locale: "en" | "zh"): string =>
  LOCALES[locale].problem[code](detail, column ?? "");

/** The report as a person reads it in a terminal: what happened, what was left out and why, line by line. */
export function renderReport(report: Report, locale: "en" | "zh" = "en"): string {
  const words = LOCALES[locale];
  const lost = new Set(report.problems.filter(refuses).map((problem) => problem.line));
  const refused = report.problems.filter((problem) => lost.has(problem.line));
  const remarks = report.problems.filter((problem) => !lost.has(problem.line));
  const landed = report.added + report.changed + report.unchanged;
  const lines = (problems: Problem[]) =>
    problems.map(
      (each) => `  ${each.line > 0 ? `${words.line(each.line)}: ` : ""}${problemText(each, locale)}`,
    );
  if (landed === 0 && refused.length === 1 && report.skipped === 1 && report.problems.length === 1)
    return [words.nothingTaken, ...lines(refused)].join("\n");
  return [
    `${words.done(report, words.things[report.kind](landed))} ${words.counts(report)}`,
    words.created(report.created.accounts, report.created.departments),
    ...(report.dropped.length > 0 ? [words.dropped(report.dropped)] : []),
    ...(report.ignored.length > 0 ? [words.ignored(report.ignored)] : []),
    ...(refused.length > 0 ? ["", words.refusedHeading(report.skipped), ...lines(refused)] : []),
    ...(remarks.length > 0 ? ["", words.remarksHeading(remarks.length), ...lines(remarks)] : []),
  ]
    .filter((part) => part !== undefined)
    .join("\n");
}
