import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { promisify } from "node:util";
import type { ICruiseResult } from "dependency-cruiser";

const run = promisify(execFile);
const cruiser = resolve("node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
const config = resolve(".dependency-cruiser.cjs");

export interface Breach {
  rule: string;
  /** "a.ts → b.ts", or the whole circle. */
  where: string;
  /** The sentence of the rule. */
  why: string;
}

export interface Cruise {
  modules: number;
  breaches: Breach[];
  /** Files on disk that the cruiser never opened, or opened without seeing what they import. */
  unseen: string[];
}

/** Follows every import of `src` below `root` and holds it against the house rules. */
export async function cruise(root: string): Promise<Cruise> {
  return judge(await readImports(root), root);
}

/** What the cruiser found, and what it cannot have looked at. */
export async function judge(
  { modules, summary }: Pick<ICruiseResult, "modules" | "summary">,
  root: string,
): Promise<Cruise> {
  const comments = new Map(
    summary.ruleSetUsed?.forbidden?.map((rule) => [rule.name, rule.comment ?? ""] as const),
  );
  const breaches = summary.violations.map(({ rule, from, to, cycle, via }) => ({
    rule: rule.name,
    where: [from, ...((cycle ?? via)?.map(({ name }) => name) ?? [to])].join(" → "),
    why: comments.get(rule.name) ?? "",
  }));
  const own = modules.filter(({ source }) => source.startsWith("src/"));
  const seen = new Map(own.map((each) => [each.source, each.dependencies.length]));
  const unseen: string[] = [];
  for (const file of await sourceFiles(root)) {
    const blind = seen.get(file) === 0 && importsSomething(await readFile(resolve(root, file), "utf8"));
    if (!seen.has(file) || blind) unseen.push(file);
  }
  return { modules: own.length, breaches, unseen };
}

async function readImports(root: string): Promise<ICruiseResult> {
  const args = [cruiser, "src", "--config", config, "--output-type", "json"];
  const { stdout } = await run(process.execPath, args, { cwd: root, maxBuffer: 256 * 1024 * 1024 });
  return JSON.parse(stdout) as ICruiseResult;
}

/** Every TypeScript file of `src`, as the cruiser names it. */
export async function sourceFiles(root = "."): Promise<string[]> {
  const names = await readdir(resolve(root, "src"), { recursive: true });
  return names
    .map((name) => `src/${name.replaceAll("\\", "/")}`)
    .filter((name) => /\.tsx?$/.test(name))
    .sort();
}

const importsSomething = (text: string): boolean => /^(?:import|export)\b[^;]*\bfrom\s+"/mu.test(text);
