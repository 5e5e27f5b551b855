import { withEmoji } from "./emoji.ts";
import type { Inline, Style } from "./nodes.ts";

/** One thing a scanner can find in a line: where it matches, and what it becomes (`null` = leave as it is written). */
export interface Rule {
  pattern: RegExp;
  make: (match: RegExpExecArray, inside: (text: string) => Inline[]) => Inline | null;
}

const ENTITIES: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&amp;": "&" };

export const unescapeEntities = (text: string): string =>
  text.replace(/&(lt|gt|amp);/g, (entity) => ENTITIES[entity] ?? entity);

/** Leftmost match wins; between two at the same place, the earlier rule. */
export function scan(text: string, rules: Rule[]): Inline[] {
  const nodes: Inline[] = [];
  let from = 0;
  let written = 0;
  const inside = (inner: string) => scan(inner, rules);
  const write = (until: number) => {
    if (until > written)
      nodes.push({ kind: "text", text: withEmoji(unescapeEntities(text.slice(written, until))) });
  };
  while (from < text.length) {
    const found = first(text, from, rules);
    if (!found) break;
    const node = found.rule.make(found.match, inside);
    const end = found.match.index + found.match[0].length;
    from = end;
    if (!node) continue;
    write(found.match.index);
    nodes.push(node);
    written = end;
  }
  write(text.length);
  return nodes;
}

function first(text: string, from: number, rules: Rule[]): { rule: Rule; match: RegExpExecArray } | null {
  let best: { rule: Rule; match: RegExpExecArray } | null = null;
  for (const rule of rules) {
    rule.pattern.lastIndex = from;
    const match = rule.pattern.exec(text);
    if (match && (!best || match.index < best.match.index)) best = { rule, match };
  }
  return best;
}

export const styled =
  (style: Style): Rule["make"] =>
  (match, inside) => ({ kind: "styled", style, children: inside(match[1] ?? "") });

export const CODE: Rule = {
  pattern: /`([^`\n]+)`/g,
  make: (match) => ({
    kind: "styled",
    style: { code: true },
    children: [{ kind: "text", text: unescapeEntities(match[1] ?? "") }],
  }),
};

export const BARE_URL: Rule = {
  pattern: /https?:\/\/[^\s<>|]*[^\s<>|.,;:!?'")\]*_~]/g,
  make: (match) => {
    const url = unescapeEntities(match[0]);
    return { kind: "link", url, children: [{ kind: "text", text: url }] };
  },
};

/** Slack's own brackets: links, people, channels, calls, dates. */
export const BRACKETS: Rule = {
  pattern: /<([^<>\n]+)>/g,
  make: (match) => bracket(match[1] ?? ""),
};

function bracket(content: string): Inline | null {
  const bar = content.indexOf("|");
  const target = bar < 0 ? content : content.slice(0, bar);
  const label = bar < 0 ? "" : withEmoji(unescapeEntities(content.slice(bar + 1)));
  if (target.startsWith("@")) return { kind: "person", id: target.slice(1) };
  if (target.startsWith("#")) return { kind: "channel", id: target.slice(1), label };
  if (target.startsWith("!date^")) return date(target, label);
  if (target.startsWith("!subteam^")) return { kind: "call", label: label || "@group" };
  if (target.startsWith("!"))
    return { kind: "call", label: `@${label.replace(/^@/, "") || target.slice(1)}` };
  if (!/^[a-z][a-z+.-]*:/i.test(target)) return null;
  const url = unescapeEntities(target);
  return { kind: "link", url, children: [{ kind: "text", text: label || url.replace(/^mailto:/, "") }] };
}

function date(target: string, fallback: string): Inline {
  const [, seconds = "0", format = "{date}", url = ""] = target.split("^");
  return { kind: "date", seconds: Number(seconds), format, fallback, url };
}
