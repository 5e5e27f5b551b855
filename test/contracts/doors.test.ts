import { expect, test } from "vitest";
import { programSources } from "./sources.ts";

const sources = await programSources();
const IMPURE = /\.(?:store|actions|table)\.ts$/;
const PURE =
  /^src\/(?!platform\/)[^/]+\/(?!.*\.(?:table|store|actions|listeners|jobs)\.ts$)(?!index\.ts$).+\.ts$/;

/** What stands between the braces of an import or export, without types. */
const values = (names: string): string[] =>
  names
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && !name.startsWith("type "));

/** Slice → name → the file its front door has it from. */
const doors = new Map(
  sources
    .filter(({ path }) => /^src\/[^/]+\/index\.ts$/.test(path))
    .map(({ path, code }) => {
      const exports = [...code.matchAll(/export\s+\{([^}]*)\}\s+from\s+"([^"]+)"/g)];
      const named = exports.flatMap(([, names = "", from = ""]) =>
        values(names).map((name) => [name.replace(/^.* as /, ""), from] as const),
      );
      return [path.split("/")[1] ?? "", new Map(named)] as const;
    }),
);

/** Reads and writes that a pure file takes through another slice's front door; types weigh nothing. */
function takenThroughDoors(code: string): string[] {
  return [...code.matchAll(/import\s+\{([^}]*)\}\s+from\s+"(?:\.\.\/)+(\w+)\/index\.ts"/g)].flatMap(
    ([, names = "", slice = ""]) =>
      values(names).filter((name) => IMPURE.test(doors.get(slice)?.get(name.replace(/ as .*$/, "")) ?? "")),
  );
}

test("rules, texts, views and plans take no read and no write through another slice's front door", () => {
  const pure = sources.filter(({ path }) => PURE.test(path));
  expect(pure.length).toBeGreaterThan(20);
  const taken = pure.flatMap(({ path, code }) => takenThroughDoors(code).map((name) => `${path}: ${name}`));
  expect(taken).toEqual([]);
});

test("a read taken by a rule through a front door would be seen, a type or a text would not", () => {
  expect(takenThroughDoors('import { type Member, findMember as f } from "../team/index.ts";')).toEqual([
    "findMember as f",
  ]);
  expect(takenThroughDoors('import { type Locale, refusalText } from "../../team/index.ts";')).toEqual([]);
  expect(takenThroughDoors('import type { Asker } from "../team/index.ts";')).toEqual([]);
});

test("every front door names what it lets through, and where it is from", () => {
  const vague = sources.filter(
    ({ path, code }) => /^src\/[^/]+\/index\.ts$/.test(path) && /export\s+\*|import\s/.test(code),
  );
  expect(vague.map(({ path }) => path)).toEqual([]);
  expect([...doors.values()].every((names) => names.size > 0)).toBe(true);
});
