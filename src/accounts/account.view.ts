import type { PlainTextOption } from "@slack/types";
import { option } from "../platform/slack/blocks.ts";
import type { Grade } from "../policy/index.ts";
import { type Locale, type Spelled, spelledFor } from "../team/index.ts";

/** An account as a picker shows it, with its grade if it has one. */
export const accountOption = (
  account: Spelled & { id: number; grade: Grade },
  locale: Locale,
): PlainTextOption =>
  option(spelledFor(account, locale) ?? "", String(account.id), account.grade ?? undefined);
