/**
 * Reading Block Kit as it came over the wire. What is missing or of another shape reads as empty: the page must draw
 * whatever an app sends, also what is newer than the published types.
 */
import type { Json } from "../control.ts";

type Maybe = Json | null | undefined;

export const isJson = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export function str(json: Maybe, key: string): string {
  const value = json?.[key];
  return typeof value === "string" ? value : "";
}

export function num(json: Maybe, key: string): number | undefined {
  const value = json?.[key];
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

export const flag = (json: Maybe, key: string): boolean => json?.[key] === true;

export function obj(json: Maybe, key: string): Json | undefined {
  const value = json?.[key];
  return isJson(value) ? value : undefined;
}

export function objs(json: Maybe, key: string): Json[] {
  const value = json?.[key];
  return Array.isArray(value) ? value.filter(isJson) : [];
}

export function strs(json: Maybe, key: string): string[] {
  const value = json?.[key];
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

/** The same content keeps the same identity, so that a fetched state redraws only what changed. */
export function kept<T>(before: unknown, after: T): T {
  if (Object.is(before, after)) return after;
  if (Array.isArray(before) && Array.isArray(after)) {
    const items = after.map((item, index) => kept(before[index], item));
    const same = before.length === items.length && items.every((item, index) => item === before[index]);
    return (same ? before : items) as T;
  }
  if (!isJson(before) || !isJson(after)) return after;
  const entries = Object.entries(after).map(([key, value]) => [key, kept(before[key], value)] as const);
  const same =
    Object.keys(before).length === entries.length && entries.every(([key, value]) => before[key] === value);
  return (same ? before : Object.fromEntries(entries)) as T;
}
