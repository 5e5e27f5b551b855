import { BARE_URL, BRACKETS, CODE, type Rule, scan, styled } from "./inline.ts";
import type { Inline, Part } from "./nodes.ts";

const RULES: Rule[] = [
  CODE,
  {
    pattern: /\[([^\]\n]+)\]\(([^()\s]+)\)/g,
    make: (match, inside) => ({ kind: "link", url: match[2] ?? "", children: inside(match[1] ?? "") }),
  },
  BRACKETS,
  { pattern: /\*\*(?=\S)([^\n]*?\S)\*\*/g, make: styled({ bold: true }) },
  { pattern: /__(?=\S)([^\n]*?\S)__/g, make: styled({ bold: true }) },
  { pattern: /~~(?=\S)([^\n]*?\S)~~/g, make: styled({ strike: true }) },
  { pattern: /\*(?=[^\s*])([^\n*]*?\S)\*/g, make: styled({ italic: true }) },
  { pattern: /(?<!\w)_(?=[^\s_])([^\n_]*?\S)_(?!\w)/g, make: styled({ italic: true }) },
  BARE_URL,
];

const inline = (text: string): Inline[] => scan(text, RULES);
const cells = (line: string): Inline[][] =>
  line
    .trim()
    .replace(/^\||\|$/g, "")
    .split("|")
    .map((cell) => inline(cell.trim()));

const FENCE = /^\s*```/;
const HEADING = /^(#{1,6})\s+(.*)$/;
const RULE = /^\s*([-*_])(\s*\1){2,}\s*$/;
const ITEM = /^(\s*)([-*+]|\d+[.)])\s+(.*)$/;
const QUOTE = /^\s*>\s?/;
const GRID_RULE = /^\s*\|?(\s*:?-+:?\s*\|)+\s*:?-*:?\s*$/;

/** The markdown block: what language models write. */
export function markdown(text: string): Part[] {
  const parts: Part[] = [];
  const rest = text.replaceAll("\r\n", "\n").split("\n");
  while (rest.length > 0) {
    const part = next(rest);
    if (part) parts.push(part);
  }
  return parts;
}

/** Takes the lines of one part off the front. */
function next(rest: string[]): Part | null {
  const line = rest[0] ?? "";
  if (line.trim() === "") {
    rest.shift();
    return null;
  }
  if (FENCE.test(line)) return fence(rest);
  const heading = HEADING.exec(line);
  if (heading) {
    rest.shift();
    return { kind: "heading", level: heading[1]?.length ?? 1, children: inline(heading[2] ?? "") };
  }
  if (RULE.test(line)) {
    rest.shift();
    return { kind: "rule" };
  }
  if (QUOTE.test(line)) return { kind: "quote", parts: markdown(take(rest, QUOTE).join("\n")) };
  if (ITEM.test(line)) return list(rest);
  if (line.includes("|") && GRID_RULE.test(rest[1] ?? "")) return grid(rest);
  return paragraph(rest);
}

function take(rest: string[], prefix: RegExp): string[] {
  const taken: string[] = [];
  while (rest[0] !== undefined && prefix.test(rest[0])) taken.push((rest.shift() ?? "").replace(prefix, ""));
  return taken;
}

function fence(rest: string[]): Part {
  rest.shift();
  const end = rest.findIndex((line) => FENCE.test(line));
  const code = rest.splice(0, end < 0 ? rest.length : end);
  rest.shift();
  return { kind: "code", text: code.join("\n") };
}

/** Items of one indent and kind; a deeper or other one starts the next list. */
function list(rest: string[]): Part {
  const shape = (line: string) => {
    const match = ITEM.exec(line);
    const marker = match?.[2] ?? "";
    return match
      ? { indent: match[1]?.length ?? 0, ordered: /\d/.test(marker), marker, text: match[3] ?? "" }
      : null;
  };
  const head = shape(rest[0] ?? "");
  const items: Inline[][] = [];
  for (let item = head; item && item.indent === head?.indent && item.ordered === head.ordered; ) {
    items.push(inline(item.text));
    rest.shift();
    item = shape(rest[0] ?? "");
  }
  const start = Number.parseInt(head?.marker ?? "1", 10) || 1;
  return {
    kind: "list",
    ordered: head?.ordered ?? false,
    indent: Math.ceil((head?.indent ?? 0) / 4),
    start,
    items,
  };
}

function grid(rest: string[]): Part {
  const header = cells(rest.shift() ?? "");
  rest.shift();
  const rows: Inline[][][] = [];
  while (rest[0]?.includes("|")) rows.push(cells(rest.shift() ?? ""));
  return { kind: "grid", header, rows };
}

function paragraph(rest: string[]): Part {
  const taken: string[] = [];
  const ends = (line: string) =>
    line.trim() === "" || [FENCE, HEADING, RULE, ITEM, QUOTE].some((pattern) => pattern.test(line));
  do taken.push(rest.shift() ?? "");
  while (rest[0] !== undefined && !ends(rest[0]));
  return { kind: "paragraph", children: inline(taken.join("\n")) };
}
