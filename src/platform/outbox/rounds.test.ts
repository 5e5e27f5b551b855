import { afterEach, expect, test } from "vitest";
import { createRounds, type Rounds } from "./rounds.ts";

/** So long that nothing here is owed to a round by the clock. */
const NEVER = 1_000_000;

let rounds: Rounds;
let letGo: () => void;
afterEach(async () => {
  const stopped = rounds.stop();
  letGo();
  await stopped;
});

/** A queue whose looks and jobs end when the test says so. */
function given(atOnce: number) {
  const queue: string[] = [];
  const rooms: number[] = [];
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  let answer: (() => void) | undefined;
  let looksAtOnce = 0;
  rounds = createRounds<string>({
    atOnce,
    everyMs: NEVER,
    async take(room) {
      rooms.push(room);
      expect(++looksAtOnce, "looks at once").toBe(1);
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
      looksAtOnce -= 1;
      return queue.splice(0, room);
    },
    work(job) {
      begun.push(job);
      return new Promise((resolve) => ends.set(job, resolve));
    },
  });
  letGo = () => {
    answer?.();
    for (const end of ends.values()) end();
  };
  const quiet = () => new Promise((resolve) => setImmediate(resolve));
  return {
    ...{ queue, rooms, begun },
    async answered() {
      answer?.();
      await quiet();
    },
    async end(job: string) {
      ends.get(job)?.();
      await quiet();
    },
  };
}

test("a slow job holds up nobody: whoever ends makes room for the next", async () => {
  const { queue, rooms, begun, answered, end } = given(2);
  queue.push("slow", "quick", "next");
  rounds.start();
  await answered();
  expect(begun).toEqual(["slow", "quick"]);
  await end("quick");
  await answered();
  expect(begun).toEqual(["slow", "quick", "next"]);
  expect(rooms).toEqual([2, 1]);
});

test("a wake during a look means one more look, and never a second one beside it", async () => {
  const { queue, rooms, begun, answered } = given(2);
  rounds.start();
  for (let times = 0; times < 5; times++) rounds.wake();
  expect(rooms).toEqual([2]);
  await answered();
  expect(rooms).toEqual([2, 2]);
  queue.push("late");
  await answered();
  expect(begun).toEqual(["late"]);
});

test("a wake with full hands is remembered until there is room", async () => {
  const { queue, rooms, begun, answered, end } = given(1);
  queue.push("one", "two");
  rounds.start();
  await answered();
  rounds.wake();
  expect(rooms).toEqual([1]);
  await end("one");
  await answered();
  expect(begun).toEqual(["one", "two"]);
});

test("with nothing to do nobody looks again until somebody wakes it", async () => {
  const { rooms, answered } = given(2);
  rounds.start();
  for (let times = 0; times < 5; times++) await answered();
  expect(rooms).toEqual([2]);
});

test("a wake before the start is not lost", async () => {
  const { rooms, answered } = given(2);
  rounds.wake();
  expect(rooms).toEqual([]);
  rounds.start();
  await answered();
  expect(rooms).toEqual([2]);
});
