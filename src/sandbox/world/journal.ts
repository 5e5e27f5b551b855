import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { asText, isObject, parseJson } from "../json.ts";

/**
 * What survives a restart, and `kill -9`: every change is one appended line, written before the app hears of success,
 * so a half-written last line is the most that can be lost. The last line for a key wins; `null` forgets it.
 */
export interface Journal {
  put(key: string, value: unknown): void;
  /** Rewrites the file from what is alive now, once it has grown far longer than that. */
  tidy(alive: () => Iterable<[string, unknown]>): void;
  clear(): void;
}

const tidyAbove = 5_000;

export const forgetfulJournal: Journal = { put() {}, tidy() {}, clear() {} };

export function openJournal(directory: string): { journal: Journal; remembered: Map<string, unknown> } {
  mkdirSync(directory, { recursive: true });
  const path = join(directory, "journal.jsonl");
  const remembered = existsSync(path) ? replay(readFileSync(path, "utf8")) : new Map<string, unknown>();
  let lines = rewrite(path, remembered);
  let limit = 2 * lines + tidyAbove;
  const journal: Journal = {
    put(key, value) {
      appendFileSync(path, line(key, value));
      lines += 1;
    },
    tidy(alive) {
      if (lines < limit) return;
      lines = rewrite(path, alive());
      limit = 2 * lines + tidyAbove;
    },
    clear() {
      rmSync(path, { force: true });
      lines = 0;
    },
  };
  return { journal, remembered };
}

const line = (key: string, value: unknown) => `${JSON.stringify({ key, value })}\n`;

function replay(text: string): Map<string, unknown> {
  const alive = new Map<string, unknown>();
  for (const written of text.split("\n")) {
    const entry = parseJson(written);
    const key = isObject(entry) ? asText(entry["key"]) : undefined;
    if (!isObject(entry) || key === undefined) continue;
    if (entry["value"] === null) alive.delete(key);
    else alive.set(key, entry["value"]);
  }
  return alive;
}

/** Through a second file and a rename: whoever reads the journal finds the old one or the new one, never half of one. */
function rewrite(path: string, alive: Iterable<[string, unknown]>): number {
  const lines = [...alive].map(([key, value]) => line(key, value));
  writeFileSync(`${path}.new`, lines.join(""));
  renameSync(`${path}.new`, path);
  return lines.length;
}
