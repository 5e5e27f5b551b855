/** The words of a line under which a store looks for names. */
import { lineOf } from "./line.ts";

/** However long the line, a lookup asks for no more than this. */
export const mostMentions = 2000;

const latinWord = /[\p{L}\p{N}][\p{L}\p{N}'&.+-]*/gu;
const hanRun = /\p{Script=Han}+/gu;
const longestHan = 6;

/**
 * Folded words and phrases of a line: Latin words and phrases of two and three words, Han substrings of one to six
 * characters (one, for a bare surname). Earlier words come first; at most `mostMentions`.
 */
export function mentions(typed: string): string[] {
  const { text } = lineOf(typed);
  const found = new Set<string>();
  latinPhrases(text, found);
  hanPieces(text, found);
  return [...found].slice(0, mostMentions);
}

function latinPhrases(text: string, found: Set<string>) {
  const words = [...text.matchAll(latinWord)].flatMap((match) => {
    const word = match[0].replace(/[.'&+-]+$/u, "");
    return /\p{Script=Han}/u.test(word) ? splitFromHan(word) : [word];
  });
  for (let i = 0; i < words.length && found.size < mostMentions / 2; i++) {
    for (const length of [3, 2, 1]) {
      if (i + length > words.length) continue;
      const phrase = words.slice(i, i + length).join(" ");
      found.add(phrase);
      // "kari anne moen" is Kari-Anne Moen.
      if (length > 1) found.add(phrase.replace(" ", "-"));
      if (phrase.includes("-")) found.add(phrase.replace(/-/g, " "));
      found.add(phrase.replace(/'s$/u, ""));
    }
    for (const part of parts(words[i] ?? "")) found.add(part);
  }
}

const splitFromHan = (word: string) => word.split(/\p{Script=Han}+/u).filter((part) => part !== "");

/** "tanaka-san" is about tanaka too; "at&t" stays itself. */
const parts = (word: string) => word.split(/[-'.+]/u).filter((part) => part !== word && part.length > 1);

function hanPieces(text: string, found: Set<string>) {
  for (const { 0: run } of text.matchAll(hanRun)) {
    const letters = [...run];
    for (let i = 0; i < letters.length; i++) {
      for (let length = Math.min(longestHan, letters.length - i); length > 0; length--) {
        if (found.size >= mostMentions) return;
        found.add(letters.slice(i, i + length).join(""));
      }
    }
  }
}
