import type { Locale } from "./member.ts";

/** A person's or an account's names as they were written down. */
export interface Spelled {
  name: string | null;
  nativeName: string | null;
}

/** The spelling a reader expects: 王立 in Chinese, Wang Li in English. Null when there is none, as for a seat. */
export const spelledFor = ({ name, nativeName }: Spelled, locale: Locale): string | null =>
  locale === "zh" ? (nativeName ?? name) : (name ?? nativeName);
