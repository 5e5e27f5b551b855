import { BARE_URL, BRACKETS, CODE, type Rule, scan, styled, unescapeEntities } from "./inline.ts";
import type { Inline, Part, Style } from "./nodes.ts";

/**
 * Slack styles only between word boundaries, and a Chinese character is a word's letter like any other: `你*好*` stays
 * as typed. Drawn the same here, so that a message that would look broken in Slack looks broken here too.
 */
function around(mark: string, style: Style): Rule {
  const edge = String.raw`[\p{L}\p{N}${mark}]`;
  const pattern = String.raw`(?<!${edge})${mark}(?=[^\s${mark}])([^\n]*?[^\s])${mark}(?!${edge})`;
  return { pattern: new RegExp(pattern, "gu"), make: styled(style) };
}

const RULES: Rule[] = [
  BRACKETS,
  CODE,
  around("\\*", { bold: true }),
  around("_", { italic: true }),
  around("~", { strike: true }),
  BARE_URL,
];

const mrkdwnInline = (text: string): Inline[] => scan(text, RULES);

/** Plain text: emoji short names and nothing else. */
export const plainInline = (text: string): Inline[] => scan(text, []);

export function mrkdwn(text: string): Part[] {
  const parts: Part[] = [];
  const pieces = text.split(/```/);
  pieces.forEach((piece, index) => {
    const closed = index < pieces.length - 1;
    if (index % 2 === 1 && closed) {
      parts.push({ kind: "code", text: unescapeEntities(piece.replace(/^\n|\n$/g, "")) });
      return;
    }
    const prose = index % 2 === 1 ? `\`\`\`${piece}` : piece;
    const afterCode = index > 0 ? prose.replace(/^\n/, "") : prose;
    const trimmed = closed ? afterCode.replace(/\n$/, "") : afterCode;
    if (trimmed) parts.push(...lines(trimmed));
  });
  return parts;
}

const QUOTE = /^(?:&gt;|>) ?/;

function lines(text: string): Part[] {
  const parts: Part[] = [];
  let run: string[] = [];
  let quoted = false;
  const close = () => {
    const children = mrkdwnInline(run.join("\n"));
    if (run.length && quoted) parts.push({ kind: "quote", parts: [{ kind: "paragraph", children }] });
    else if (run.length) parts.push({ kind: "paragraph", children });
    run = [];
  };
  for (const line of text.split("\n")) {
    const isQuote = QUOTE.test(line);
    if (isQuote !== quoted) close();
    quoted = isQuote;
    run.push(isQuote ? line.replace(QUOTE, "") : line);
  }
  close();
  return parts;
}
