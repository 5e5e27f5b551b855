import { fold } from "./fold.ts";
import type { Syllables } from "./pinyin.ts";

/** What people say for a person called so. `surname` is a Chinese family name, which titles follow (王总). */
export interface Forms {
  forms: string[];
  surname: string | null;
}

const CHINESE = /^\p{Script=Han}{2,4}$/u;
const COMPOUND =
  /^(?:欧阳|歐陽|司马|司馬|诸葛|諸葛|上官|皇甫|尉迟|尉遲|令狐|慕容|夏侯|东方|東方|公孙|公孫|司徒|端木|宇文|长孫|长孙|長孫|南宫|南宮|独孤|獨孤|轩辕|軒轅|闻人|聞人|申屠|太史|澹台|第五)/u;
const HONORIFIC = /^(?:(?:mr|mrs|ms|miss|dr|prof|sir|dame|hon|rev)\b\.?\s+)+/iu;
const SUFFIX = /^(?:jr|sr|i{2,3}|iv|ph\.?d|m\.?d|mba|obe|cbe|mbe|kc|qc|esq)\.?$/iu;
const PARTICLE =
  /^(?:van|von|der|den|de|del|della|di|da|dos|das|do|du|la|le|las|los|ter|ten|zu|zur|af|av|bin|ibn|al|el|st\.?)$/iu;
const INITIAL = /^\p{Lu}\.?$/u;
/** `William "Bill" Gates`, `Robert (Bob) Smith`: what a list puts between marks is what people say. */
const NICKNAME = /["“”„«»‘(（]([^"“”„«»’)）]{2,})["“”«»’)）]/gu;

/** @returns the whole name and the parts of it that stand for the person. Unfolded; the written name comes first. */
export function formsOfName(written: string): Forms {
  const name = written.trim().replace(/\s+/gu, " ");
  const bare = name.replaceAll(" ", "");
  return CHINESE.test(bare) ? chinese(bare) : { forms: western(name), surname: null };
}

function chinese(name: string): Forms {
  const characters = [...name];
  const surname = characters.slice(0, COMPOUND.test(name) && characters.length > 2 ? 2 : 1).join("");
  const given = name.slice(surname.length);
  return { forms: [...given].length === 2 ? [name, given] : [name], surname };
}

function western(written: string): string[] {
  const nicknames = [...written.matchAll(NICKNAME)].map((match) => match[1]?.trim() ?? "");
  const plain = turned(written.replace(NICKNAME, " ").replace(/\s+/gu, " ").trim());
  const words = plain
    .replace(HONORIFIC, "")
    .split(/[ ·・]/u)
    .filter((word) => word !== "");
  while (words.length > 1 && SUFFIX.test(words.at(-1) ?? "")) words.pop();
  const last = words.at(-1);
  if (last === undefined || words.length === 1) return unique([written, plain, ...words, ...nicknames]);

  let familyAt = words.length - 1;
  while (familyAt > 1 && PARTICLE.test(words[familyAt - 1] ?? "")) familyAt -= 1;
  const family = words.slice(familyAt).join(" ");
  const given = words.slice(0, familyAt).filter((word) => !INITIAL.test(word));
  const [first] = given;
  const forms = [written, plain, words.join(" "), family, last, ...nicknames];
  if (first !== undefined) forms.push(first, `${first} ${family}`);
  // "José Luis", "García Márquez": which of three words is whose nobody can tell from outside, so both readings stand.
  if (given.length > 1) forms.push(given.slice(0, 2).join(" "), `${given.at(-1)} ${family}`);
  for (const nickname of nicknames) forms.push(`${nickname} ${family}`);
  return unique(forms.filter((form) => [...form].length > 1));
}

/** "Weber, Jörg" is Jörg Weber; "Smith, John, Jr." is John Smith; "John Smith, PhD" stays as it stands. */
function turned(name: string): string {
  const [family, given, ...more] = name
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "" && !SUFFIX.test(part));
  if (family === undefined) return name;
  return given === undefined || more.length > 0 ? family : `${given} ${family}`;
}

const TITLES =
  "总|董|处|局|科|部|院|厅|行|所|书记|主席|主任|经理|总监|总裁|工|老师|秘书|秘|长|博士|教授|會長|总工";
const ADDRESSED = new RegExp(`^[老小]?(\\p{Script=Han}{1,2}?)(?:${TITLES})+$`, "u");

/** @returns the family name in a form of address (王总, 欧阳处长), or null when it is none. */
export const surnameIn = (addressedAs: string): string | null =>
  ADDRESSED.exec(addressedAs.trim())?.[1] ?? null;

/** @returns the forms folded, whole, each once. */
export const foldedNames = (forms: (string | null)[]): string[] =>
  unique(forms.flatMap((form) => (form === null ? [] : [fold(form)])).filter((form) => form !== ""));

/** What a search matches: folded names, and the Chinese ones as typed on a Latin keyboard (wang li, wangli, wl). */
export function searchTextOf(names: string[], spoken: string[][]): string {
  const typed = spoken.flatMap((syllables) =>
    syllables.length === 0
      ? []
      : [syllables.join(" "), syllables.join(""), syllables.map((syllable) => syllable.charAt(0)).join("")],
  );
  return unique([...names, ...typed]).join(" ");
}

/** "Wang Li" for 王立 when nobody wrote it in Latin letters, family name first and last. */
export function romanised(name: string, syllables: Syllables): string[] {
  const { surname } = formsOfName(name);
  if (surname === null) return [];
  const spoken = syllables(name);
  const family = spoken.slice(0, [...surname].length).join("");
  const given = spoken.slice([...surname].length).join("");
  return given === "" ? [] : [`${family} ${given}`, `${given} ${family}`];
}

const unique = (words: string[]): string[] => [...new Set(words)];
