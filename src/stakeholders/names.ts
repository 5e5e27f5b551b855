import { fold } from "../platform/fold.ts";
import { foldedNames, formsOfName, romanised, searchTextOf, surnameIn } from "../platform/names.ts";
import type { Syllables } from "../platform/pinyin.ts";

export interface StakeholderNames {
  /** Null is a seat: a role we know without the name. */
  name: string | null;
  nativeName: string | null;
  aliases: string[];
  addressedAs: string | null;
}

/** @returns what a person answers to (folded, whole), their Chinese family name, and what a search matches. */
export function namesOfStakeholder(person: StakeholderNames, syllables: Syllables) {
  const full = [person.name, person.nativeName].filter((name) => name !== null);
  const forms = full.map(formsOfName);
  const surname = forms.find((each) => each.surname !== null)?.surname ?? surnameIn(person.addressedAs ?? "");
  const written = [...full, ...person.aliases, person.addressedAs ?? ""];
  const names = foldedNames([
    ...forms.flatMap((each) => each.forms),
    ...full.flatMap((name) => romanised(name, syllables)),
    ...person.aliases,
    person.addressedAs,
  ]);
  return {
    names,
    surname: surname === null ? null : fold(surname),
    searchText: searchTextOf(names, written.map(syllables)),
  };
}
