import type { Locale } from "../team/index.ts";
import { en, type VisitText } from "./visit.text.en.ts";
import { zh } from "./visit.text.zh.ts";

/** Every sentence of a visit in the reader's language. The English one is the shape; the compiler checks the other. */
export const visitText = (locale: Locale): VisitText => (locale === "zh" ? zh : en);
export type { VisitText };
