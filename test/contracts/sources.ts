import { readFile } from "node:fs/promises";
import { sourceFiles } from "./cruise.ts";

export interface Source {
  path: string;
  /** Without comments, line by line as in the file. */
  code: string;
}

/** The program as text: every TypeScript file of src but its tests, their fixtures and the local Slack. */
export async function programSources(): Promise<Source[]> {
  const files = (await sourceFiles()).filter((path) => !/\.(test|fixture)\.tsx?$|^src\/sandbox\//.test(path));
  return Promise.all(
    files.map(async (path) => ({ path, code: withoutComments(await readFile(path, "utf8")) })),
  );
}

/** Comments become blanks, so that lines keep their numbers. */
export function withoutComments(text: string): string {
  const blank = (comment: string) => comment.replace(/[^\n]/g, " ");
  return text.replace(/^[ \t]*\/\*[\s\S]*?\*\//gm, blank).replace(/(?<=^|\s)\/\/[^\n]*/g, blank);
}

/** @returns "file:line" of each place where a pattern (with the flag g) stands. */
export function places({ path, code }: Source, pattern: RegExp): string[] {
  return [...code.matchAll(pattern)].map(
    (found) => `${path}:${code.slice(0, found.index).split("\n").length}`,
  );
}

/** The slice, or the room of platform, a file lives in. */
export const roomOf = (path: string): string => path.split("/")[1] ?? "";
