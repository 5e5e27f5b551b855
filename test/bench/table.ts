import { type Goal, isMet, judged, type Line, spreadOf } from "./measure.ts";

const HEADS = ["what", "goal", "result", "", "Rapport", "floor"];

/** The measured lines as a table for the eye; each cell a median and, in brackets, the least and the most of the rounds. */
export function table(lines: readonly Line[]): string {
  const rows = [HEADS, ...lines.map(cells)];
  const widths = HEADS.map((_, at) => Math.max(...rows.map((row) => (row[at] ?? "").length)));
  return rows
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function cells(line: Line): string[] {
  const { goal, unit, ours, floor } = line;
  const times = floor.length > 0 ? "×" : unit;
  const verdict = goal === undefined ? "" : isMet(line, goal) ? "met" : "missed";
  return [
    line.what,
    bound(goal, times),
    shown(judged(line), times),
    verdict,
    ...(floor.length > 0 ? [shown(spreadOf(ours), unit), shown(spreadOf(floor), unit)] : []),
  ];
}

function bound(goal: Goal | undefined, times: string): string {
  if (goal === undefined) return "";
  return "atMost" in goal ? `≤ ${goal.atMost} ${times}` : `≥ ${goal.atLeast} ${times}`;
}

const shown = ({ median, least, most }: ReturnType<typeof spreadOf>, unit: string): string =>
  `${number(median)} ${unit} (${number(least)}–${number(most)})`;

const number = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
