import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { ICruiseResult } from "dependency-cruiser";
import { afterEach, expect, test } from "vitest";
import { cruise, judge } from "./cruise.ts";
import { broken, hollow, sound } from "./house.broken.ts";

const { forbidden } = createRequire(import.meta.url)("../../.dependency-cruiser.cjs") as {
  forbidden: { name: string; comment: string }[];
};
const houses: string[] = [];

afterEach(() => Promise.all(houses.splice(0).map((house) => rm(house, { recursive: true }))));

test("a house where everything is in its place breaks no rule", async () => {
  const { breaches, unseen, modules } = await cruise(await build(sound));
  expect(breaches).toEqual([]);
  expect(unseen).toEqual([]);
  expect(modules).toBe(Object.keys(sound).length);
});

test("every rule of the house catches what breaks it", async () => {
  const files = { ...sound };
  for (const added of [...Object.values(broken), sidewaysBroken()]) Object.assign(files, added);
  const { breaches } = await cruise(await build(files));
  const caught = (rule: string, file: string) =>
    breaches.some((breach) => breach.rule === rule && breach.where.startsWith(`${file} → `));
  const slipped = Object.entries(broken).flatMap(([rule, each]) =>
    rule === "no-cycles" || rule === "plumbing-stays-pure"
      ? breaches.some((breach) => breach.rule === rule && breach.where.includes(Object.keys(each)[0] ?? ""))
        ? []
        : [rule]
      : Object.keys(each)
          .filter((file) => !caught(rule, file))
          .map((file) => `${rule}: ${file}`),
  );
  expect(slipped, "imports that break a rule and were let through").toEqual([]);
  const example = new Set([...Object.keys(broken), ...Object.keys(sidewaysOf())]);
  expect(
    forbidden.filter(({ name }) => !example.has(name)),
    "rules without an example that breaks them, in house.broken.ts",
  ).toEqual([]);
  for (const [rule, file] of Object.entries(sidewaysOf())) expect(caught(rule, file), rule).toBe(true);
});

test("a cruiser that reads no TypeScript, or sees no import in it, is no success", async () => {
  const house = await build({ "src/a.ts": 'import "./b.ts";\nexport { b } from "./b.ts";', "src/b.ts": "" });
  const summary = { violations: [] } as unknown as ICruiseResult["summary"];
  expect(await judge({ modules: [], summary }, house)).toMatchObject({
    modules: 0,
    unseen: ["src/a.ts", "src/b.ts"],
  });
  const modules = ["src/a.ts", "src/b.ts"].map((source) => ({ source, dependencies: [] }));
  const blind = { modules, summary } as unknown as ICruiseResult;
  expect((await judge(blind, house)).unseen).toEqual(["src/a.ts"]);
});

/** From each slice to the one on its right. */
function sidewaysOf(): Record<string, string> {
  const rules = forbidden.map(({ name }) => name).filter((name) => name.startsWith("sideways-"));
  return Object.fromEntries(rules.map((rule) => [rule, `src/${rule.slice("sideways-".length)}/right.ts`]));
}

function sidewaysBroken(): Record<string, string> {
  const slices = [...Object.values(sidewaysOf()).map((file) => dirname(file).slice("src/".length)), "setup"];
  const doors = slices.map((slice) => [`src/${slice}/index.ts`, sound[`src/${slice}/index.ts`] ?? ""]);
  const steps = slices.map((slice, at) => [
    `src/${slice}/right.ts`,
    `import "../${slices[at + 1]}/index.ts";`,
  ]);
  return Object.fromEntries([...doors.filter(([, text]) => text === ""), ...steps.slice(0, -1)]);
}

async function build(files: Record<string, string>): Promise<string> {
  const house = await mkdtemp(join(tmpdir(), "house-"));
  houses.push(house);
  const put = async (name: string, text: string) => {
    await mkdir(dirname(join(house, name)), { recursive: true });
    await writeFile(join(house, name), text);
  };
  for (const [name, text] of Object.entries(files)) await put(name, text);
  for (const name of hollow) {
    await put(`node_modules/${name}/package.json`, JSON.stringify({ name, main: "index.js" }));
    await put(`node_modules/${name}/index.js`, "");
  }
  await put(
    "package.json",
    JSON.stringify({ dependencies: Object.fromEntries(hollow.map((each) => [each, "*"])) }),
  );
  await copyFile("tsconfig.json", join(house, "tsconfig.json"));
  return house;
}
