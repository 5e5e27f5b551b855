import type {
  RichTextBlock,
  RichTextElement,
  RichTextList,
  RichTextQuote,
  RichTextSection,
  RichTextText,
  RichTextUserMention,
} from "@slack/types";

/**
 * Rich text: what a person wrote stays what they wrote. No escaping, no formatting by accident, no mention: the one
 * safe place for names and notes that stand among formatted words.
 */
export interface Style {
  bold?: boolean;
  italic?: boolean;
  strike?: boolean;
  code?: boolean;
}

export function words(text: string, style?: Style): RichTextText {
  // Slack refuses an empty text, and the whole message with it.
  return { type: "text", text: text === "" ? " " : text, ...(style === undefined ? {} : { style }) };
}

export const bold = (text: string): RichTextText => words(text, { bold: true });

/** A member of the workspace, by Slack id; each reader sees the name as their Slack shows it. */
export const member = (userId: string): RichTextUserMention => ({ type: "user", user_id: userId });

type Piece = string | RichTextElement;
const elements = (pieces: Piece[]) =>
  pieces.map((piece) => (typeof piece === "string" ? words(piece) : piece));

export const line = (...pieces: Piece[]): RichTextSection => ({
  type: "rich_text_section",
  elements: elements(pieces),
});

export const bullets = (lines: Piece[][], indent = 0): RichTextList => ({
  type: "rich_text_list",
  style: "bullet",
  indent,
  elements: lines.map((pieces) => line(...pieces)),
});

/** Someone's own words, set apart. */
export const quote = (text: string): RichTextQuote => ({ type: "rich_text_quote", elements: [words(text)] });

export function rich(...parts: RichTextBlock["elements"]): RichTextBlock {
  return { type: "rich_text", elements: parts };
}
