import { and, type Column, like, type SQL } from "drizzle-orm";
import { fold } from "../fold.ts";

/** Every word typed stands somewhere in the search text. Nothing typed matches everything. */
export function matches(searchText: Column, typed: string): SQL | undefined {
  const words = fold(typed).split(" ").filter(Boolean).slice(0, 8);
  return and(...words.map((word) => like(searchText, `%${word.replace(/[\\%_]/g, "\\$&")}%`)));
}
