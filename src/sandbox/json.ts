import type { Json } from "./control.ts";

/** Reading JSON that somebody else wrote: what is not of the expected kind counts as absent. */
export const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
export const asObject = (value: unknown): Json => (isObject(value) ? value : {});
export const asObjects = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : []);
export const asText = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);
export const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
