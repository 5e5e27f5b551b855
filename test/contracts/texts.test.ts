import { describe, expect, test } from "vitest";
import { sourceFiles } from "./cruise.ts";
import { TEXTS, WHOLE } from "./texts.samples.ts";

const LANGUAGE_FILE = /\.text\.(?:en|zh)\.ts$|\/words\.text\.ts$/;
/** Words that stay as they are in Chinese: names, commands, file formats. */
const NAMES =
  /Rapport|Slack|Excel|CSV|UTF-(?:8|16)|ID\b|npm run import -- accounts accounts\.csv|\/visit|--[\w-]+(?: (?:dmy|mdy))?|\b(?:S|A|B|C)\b/g;

test("every text file has its two languages looked at", async () => {
  const files = (await sourceFiles()).filter((path) => /\.text\.(?:\w+\.)?ts$/.test(path));
  expect(files.filter((path) => !LANGUAGE_FILE.test(path)).toSorted()).toEqual(Object.keys(TEXTS).toSorted());
});

describe.each(Object.entries(TEXTS))("%s", (_, { en, zh, calls }) => {
  test("says the same things in both languages", () => {
    expect(keysOf(zh)).toEqual(keysOf(en));
  });

  test("every function of it has a sample", () => {
    const functions = keysOf(en).filter((key) => typeof at(en, key) === "function");
    expect(Object.keys(calls).toSorted()).toEqual(functions.toSorted());
  });

  test("no English sentence is left in the Chinese, and no Chinese in the English", () => {
    const chinese = sentencesOf(zh, calls);
    const english = sentencesOf(en, calls);
    expect(chinese.length).toBe(english.length);
    expect(chinese.filter(([, sentence]) => !isChinese(sentence))).toEqual([]);
    expect(english.filter(([, sentence]) => HAN.test(sentence) || !/[a-z]/i.test(sentence))).toEqual([]);
  });

  test("the Chinese is punctuated as Chinese", () => {
    const mixed = sentencesOf(zh, calls).filter(([, sentence]) =>
      /[\p{Script=Han}」”`*][,;:!?]/u.test(sentence),
    );
    expect(mixed).toEqual([]);
  });

  test("no sentence is empty, doubled, or holds a hole", () => {
    const all = [...sentencesOf(zh, calls), ...sentencesOf(en, calls)];
    expect(all.filter(([, sentence]) => sentence.trim() === "")).toEqual([]);
    const holes = /undefined|null|NaN|\[object|Invalid| {2}|\.\.$|。。/;
    expect(all.filter(([, sentence]) => holes.test(sentence))).toEqual([]);
  });
});

test("what is put together of them keeps its language", () => {
  expect(WHOLE.en.filter((text) => HAN.test(text))).toEqual([]);
  expect(WHOLE.zh.filter((text) => !isChinese(text))).toEqual([]);
});

test("an English sentence among Chinese ones would be seen", () => {
  expect(isChinese("Pick a day.")).toBe(false);
  expect(isChinese("请选择 a day")).toBe(false);
  expect(isChinese("输入 `/visit`，或在 Slack 里说。")).toBe(true);
});

const HAN = /\p{Script=Han}/u;

/** Holds Han, and of Latin words only names. */
function isChinese(sentence: string): boolean {
  return HAN.test(sentence) && !/[a-z]{2,}/i.test(sentence.replace(NAMES, ""));
}

/** Every leaf, as "problem.empty_file". */
function keysOf(text: unknown, path = ""): string[] {
  if (typeof text !== "object" || text === null) return [path];
  return Object.keys(text)
    .filter((key) => key !== "language")
    .flatMap((key) => keysOf((text as Record<string, unknown>)[key], path ? `${path}.${key}` : key))
    .sort();
}

function at(text: unknown, key: string): unknown {
  return key.split(".").reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], text);
}

/** Every sentence of a text, the functions called with their samples. */
function sentencesOf(text: unknown, calls: Record<string, unknown[][]>): [string, string][] {
  return keysOf(text).flatMap((key) => {
    const said = at(text, key);
    if (typeof said !== "function") return [[key, String(said)] as [string, string]];
    return (calls[key] ?? []).map((args): [string, string] => [key, String(said(...args))]);
  });
}
