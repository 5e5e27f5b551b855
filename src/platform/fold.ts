/**
 * One spelling for everything that is looked up: "Jörg", "JORG" and "ｊörg" are the same person. Han characters stay as
 * they are (simplified and traditional are different aliases of one name, not one spelling).
 */

/** Letters that have no decomposition, so that stripping accents alone would leave them. */
const letters: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ł: "l",
  ħ: "h",
  ı: "i",
  ŋ: "n",
  ŧ: "t",
  ς: "σ",
};

/** A letter with the marks that belong to it: accents, half-width voicing marks, Korean vowels and finals. */
const cluster = /[^\p{M}][\p{M}\uff9e\uff9f\u1160-\u11ff]*|\p{M}+/gsu;
const apostrophes = /[\u2018\u2019\u201b\u02bc\u02b9\u2032\u00b4\u0060\uff07]/gu;
const accents = /[\u0300-\u036f]/gu;
/** Zero-width joiners, soft hyphens, direction marks: nobody types them on purpose. */
const invisible = /\p{Cf}/gu;

export interface Folded {
  text: string;
  /** For each UTF-16 unit of `text`, where in the original it came from; one more entry marks the end. */
  places: number[];
}

export function fold(text: string): string {
  return foldWithPlaces(text).text;
}

/** `fold`, and where every folded letter stood, so that a finding can be shown in the person's own words. */
export function foldWithPlaces(text: string): Folded {
  let out = "";
  const places: number[] = [];
  let space = -1;
  for (const match of text.matchAll(cluster)) {
    const folded = foldCluster(match[0]);
    for (const part of folded) {
      if (/\s/u.test(part)) {
        if (space < 0) space = match.index;
        continue;
      }
      if (space >= 0 && out !== "") {
        out += " ";
        places.push(space);
      }
      space = -1;
      out += part;
      for (let unit = 0; unit < part.length; unit++) places.push(match.index);
    }
  }
  places.push(space >= 0 ? space : text.length);
  return { text: out, places };
}

function foldCluster(original: string): string {
  if (original.length === 1 && original.charCodeAt(0) < 128)
    return original === "`" ? "'" : original.toLowerCase();
  let text = original;
  // A few letters need a second round (a ligature hides a letter that has an accent); it settles at once after that.
  for (let round = 0; round < 4; round++) {
    const next = foldOnce(text);
    if (next === text) break;
    text = next;
  }
  return text;
}

function foldOnce(text: string): string {
  return text
    .replace(apostrophes, "'")
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFD")
    .replace(accents, "")
    .normalize("NFC")
    .replace(/[ßæœøđðþłħıŋŧς]/gu, (letter) => letters[letter] ?? letter)
    .replace(invisible, "");
}
