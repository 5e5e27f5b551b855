import type { ModalView } from "@slack/types";
import type { Asked } from "../platform/slack/asked.ts";
import { openPrepared } from "../platform/slack/prepared.ts";
import { type Asker, admit, type House, type Locale } from "../team/index.ts";
import { visitText } from "./visit.text.ts";
import { notice, skeleton } from "./visit.view.ts";

/** Opens a form for a member; while it is prepared they read, in their language, that it is. */
export async function openFor(
  house: House,
  asked: Asked,
  make: (asker: Asker) => Promise<ModalView>,
): Promise<void> {
  let locale: Locale = "en";
  const form = admit(house, asked).then((asker) => {
    locale = asker.locale;
    return make(asker);
  });
  await openPrepared(asked, form, {
    skeleton: () => skeleton(locale),
    failed: () => notice(locale, visitText(locale).openingFailed),
  });
}
