import type { Json } from "../control.ts";
import { asObject, isObject, parseJson } from "../json.ts";
import { Refusal, refusedShape } from "./refusal.ts";

/** The arguments of a call, whether they came as a form or as JSON. */
export interface Args {
  all: Json;
  /** False when the body was no JSON object though it said so. */
  readable: boolean;
  has(name: string): boolean;
  /** Required, as text. */
  text(name: string): string;
  maybe(name: string): string | undefined;
  flag(name: string): boolean;
  count(name: string, usual: number, most: number): number;
  /** An object or list; in a form it is JSON inside a field, and stays text when it is not. */
  json(name: string): unknown;
}

export function readArgs(body: string, contentType: string): Args {
  const isJson = contentType.startsWith("application/json");
  const parsed = isJson ? parseJson(body || "{}") : Object.fromEntries(new URLSearchParams(body));
  const all = asObject(parsed);
  const has = (name: string) => all[name] !== undefined && all[name] !== null && all[name] !== "";
  const maybe = (name: string) => (has(name) ? String(all[name]) : undefined);
  return {
    all,
    readable: isObject(parsed),
    has,
    maybe,
    text(name) {
      const value = maybe(name);
      if (value === undefined) throw refusedShape("invalid_arguments", [`missing required field: ${name}`]);
      return value;
    },
    flag: (name) => ["true", "1"].includes(String(all[name])),
    count(name, usual, most) {
      if (!has(name)) return usual;
      const value = Number(all[name]);
      if (!Number.isInteger(value) || value < 0) throw new Refusal("invalid_limit");
      return Math.min(value || usual, most);
    },
    json(name) {
      if (!has(name)) return undefined;
      const value = all[name];
      return typeof value === "string" ? (parseJson(value) ?? value) : value;
    },
  };
}
