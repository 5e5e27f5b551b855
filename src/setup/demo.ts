import { addDays, type Day, daysBetween, weekdayOf } from "../platform/civil.ts";

/**
 * Moves the demo's history so that it ends yesterday: whole weeks, so that a Tuesday stays a Tuesday, and what would
 * lie after yesterday goes a week back, so that it stays a working day and nothing is told of the future.
 * @returns where a day of the files goes.
 */
export function shiftTo(today: Day, days: readonly Day[]): (day: Day) => Day {
  const last = days.toSorted().at(-1) ?? today;
  const yesterday = addDays(today, -1);
  const weeks = Math.ceil(daysBetween(last, lastWorkingDay(yesterday)) / 7);
  return (day) => {
    const moved = addDays(day, weeks * 7);
    return moved > yesterday ? addDays(moved, -7) : moved;
  };
}

const lastWorkingDay = (day: Day): Day => addDays(day, -Math.max(0, weekdayOf(day) - 5));
