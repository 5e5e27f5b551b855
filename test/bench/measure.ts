/** A goal as a bound on the ratio of ours to the floor, or on our own number when there is no floor. */
export type Goal = { atMost: number } | { atLeast: number };

/** One line of the table: what each round gave, ours beside the floor of the same round. */
export interface Line {
  what: string;
  unit: string;
  /** Undefined for a comparison that only explains another line. */
  goal: Goal | undefined;
  ours: number[];
  /** Empty when the goal is a plain number. */
  floor: number[];
}

export interface Spread {
  median: number;
  least: number;
  most: number;
}

/** The value below which a share of them lies, `0.99` for p99. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export function spreadOf(numbers: readonly number[]): Spread {
  const sorted = [...numbers].sort((one, other) => one - other);
  const [low = Number.NaN, high = low] = [
    sorted[Math.floor((sorted.length - 1) / 2)],
    sorted[Math.ceil((sorted.length - 1) / 2)],
  ];
  return { median: (low + high) / 2, least: sorted[0] ?? low, most: sorted.at(-1) ?? low };
}

/** What the goal is about: the ratio of each round, or our own number. */
export const judged = ({ ours, floor }: Line): Spread =>
  spreadOf(floor.length > 0 ? ours.map((mine, round) => mine / (floor[round] ?? Number.NaN)) : ours);

export function isMet(line: Line, goal: Goal): boolean {
  const { median } = judged(line);
  return "atMost" in goal ? median <= goal.atMost : median >= goal.atLeast;
}

/** Measures each by turns, another one first every round, so that a change of the machine's mood meets all. */
export async function byTurns<T>(rounds: number, runs: readonly (() => Promise<T>)[]): Promise<T[][]> {
  const found: T[][] = runs.map(() => []);
  for (let round = 0; round < rounds; round++)
    for (let turn = 0; turn < runs.length; turn++) {
      const at = (round + turn) % runs.length;
      const result = await runs[at]?.();
      if (result !== undefined) found[at]?.push(result);
    }
  return found;
}
