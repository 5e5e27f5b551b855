import { foldedNames, searchTextOf } from "../platform/names.ts";
import type { Syllables } from "../platform/pinyin.ts";

export interface AccountNames {
  name: string;
  nativeName: string | null;
  aliases: string[];
}

/** Nobody says it aloud: "Deutsche Netz" is Deutsche Netz AG. */
const LEGAL_FORM =
  /(?:,?\s+(?:ag|gmbh|kg|se|inc|corp|ltd|llc|plc|co|s\.?a|s\.?p\.?a|s\.?r\.?l|b\.?v|n\.?v|a\/?b|a\/?s|oyj?)\.?)+$|(?:股份)?有限(?:责任)?公司$|集团$/iu;

/** @returns what an account answers to (folded, whole) and what a search matches. */
export function namesOfAccount(account: AccountNames, syllables: Syllables) {
  const written = [account.name, account.nativeName ?? "", ...account.aliases];
  const names = foldedNames(written.flatMap((name) => [name, name.trim().replace(LEGAL_FORM, "")]));
  return { names, searchText: searchTextOf(names, written.map(syllables)) };
}
