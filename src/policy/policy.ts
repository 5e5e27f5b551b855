import { z } from "zod";

export const GRADES = ["S", "A", "B", "C"] as const;
/** `null` is ungraded, which is not a grade. */
export type Grade = (typeof GRADES)[number] | null;

/** Levels of a stakeholder, highest first; `unknown` is missing, not neutral. */
export const LEVELS = ["executive", "senior", "middle", "junior", "unknown"] as const;
export type Level = (typeof LEVELS)[number];

/** Days by level; a workspace may change one of them and keep the rest. */
const row = (keyPerson: number, high: number, middle: number, junior: number) => {
  const days = (usual: number) => z.int().min(1).max(3650).default(usual);
  const levels = { executive: days(high), senior: days(high), middle: days(middle), junior: days(junior) };
  return z.object({ keyPerson: days(keyPerson), ...levels, unknown: days(middle) }).prefault({});
};

/** What a workspace may change, with our defaults. Everything that reads a number of the method takes it from here. */
export const policySchema = z.object({
  /** Days allowed between effective contacts, by grade and by key person or level. */
  cadence: z
    .object({
      S: row(14, 30, 45, 90),
      A: row(21, 45, 68, 135),
      B: row(45, 90, 135, 270),
      C: row(90, 365, 365, 365),
      ungraded: row(45, 90, 135, 270),
    })
    .prefault({}),
});
export type Policy = z.infer<typeof policySchema>;
