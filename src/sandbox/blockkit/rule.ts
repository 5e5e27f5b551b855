import type { Json } from "../control.ts";
import { asText, isObject } from "../json.ts";

/** Says where a value breaks a rule, in Slack's words and with Slack's pointer. */
export type Report = (breach: string, at: string) => void;

/** What a value must be. The tables beside this file are made of nothing else. */
export type Rule = (value: unknown, at: string, report: Report) => void;

export type Fields = Record<string, Rule>;

export function breachesOf(rule: Rule, value: unknown, at: string): string[] {
  const breaches: string[] = [];
  rule(value, at, (breach, where) => breaches.push(`${breach} [json-pointer:${where}]`));
  return breaches;
}

export const text =
  (most: number, least = 1): Rule =>
  (value, at, report) => {
    if (typeof value !== "string") report("must provide a string", at);
    else if (value.length > most) report(`must be less than ${most + 1} characters`, at);
    else if (value.length < least) report(`must be more than ${least - 1} characters`, at);
  };

export const matching =
  (pattern: RegExp, what: string): Rule =>
  (value, at, report) => {
    if (typeof value !== "string" || !pattern.test(value)) report(`must be a valid ${what}`, at);
  };

export const flag: Rule = (value, at, report) => {
  if (typeof value !== "boolean") report("must provide a boolean", at);
};

export const number =
  (least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY): Rule =>
  (value, at, report) => {
    if (typeof value !== "number" || !Number.isFinite(value)) report("must provide a number", at);
    else if (value < least) report(`must be at least ${least}`, at);
    else if (value > most) report(`must be at most ${most}`, at);
  };

export const whole =
  (least: number, most = Number.MAX_SAFE_INTEGER): Rule =>
  (value, at, report) => {
    if (!Number.isInteger(value)) report("must provide an integer", at);
    else number(least, most)(value, at, report);
  };

export const choice =
  (...allowed: string[]): Rule =>
  (value, at, report) => {
    if (!allowed.includes(String(value))) report(`must be a valid enum value: ${allowed.join(", ")}`, at);
  };

export const list =
  (of: Rule, most: number, least = 1): Rule =>
  (value, at, report) => {
    if (!Array.isArray(value)) return report("must provide an array", at);
    if (value.length > most) report(`no more than ${most} items allowed`, at);
    if (value.length < least) report(`no fewer than ${least} items allowed`, at);
    value.forEach((item, index) => {
      of(item, `${at}/${index}`, report);
    });
  };

/** A whole that its parts do not tell: either this or that, equal lengths, a preset among the options. */
export type Whole = (value: Json, at: string, report: Report) => void;

/** An object of exactly these fields. */
export const shape =
  (required: Fields, optional: Fields = {}, whole: Whole = () => {}): Rule =>
  (value, at, report) => {
    if (!isObject(value)) return report("must provide an object", at);
    for (const name of Object.keys(required))
      if (value[name] === undefined) report(`missing required field: ${name}`, at);
    for (const [name, part] of Object.entries(value)) {
      const rule = own(required, name) ?? own(optional, name);
      if (rule === undefined) report(`invalid additional property: ${name}`, at);
      else if (part !== undefined) rule(part, `${at}/${name}`, report);
    }
    whole(value, at, report);
  };

/** One of several kinds of object, told apart by `type`. */
export const among =
  (kinds: Fields): Rule =>
  (value, at, report) => {
    if (!isObject(value)) return report("must provide an object", at);
    const { type, ...rest } = value;
    if (type === undefined) return report("missing required field: type", at);
    const rule = own(kinds, asText(type) ?? "");
    if (rule === undefined) report(`unsupported type: ${String(type)}`, `${at}/type`);
    else rule(rest, at, report);
  };

/** Exactly one of the fields, as Slack's "either … or …". */
export const oneOf =
  (...names: string[]): Whole =>
  (value, at, report) => {
    const given = names.filter((name) => value[name] !== undefined);
    if (given.length === 0) report(`missing required field: ${names.join(" or ")}`, at);
    if (given.length > 1) report(`only one of ${names.join(", ")} allowed`, at);
  };

export const anyOf =
  (...names: string[]): Whole =>
  (value, at, report) => {
    if (names.every((name) => value[name] === undefined))
      report(`missing required field: ${names.join(" or ")}`, at);
  };

export const every =
  (...wholes: Whole[]): Whole =>
  (value, at, report) => {
    for (const whole of wholes) whole(value, at, report);
  };

const own = (fields: Fields, name: string) => (Object.hasOwn(fields, name) ? fields[name] : undefined);
