/** One tree for the three ways an app writes text (mrkdwn, markdown, rich text): three parsers, one drawing. */

export interface Style {
  bold?: boolean;
  italic?: boolean;
  strike?: boolean;
  underline?: boolean;
  code?: boolean;
}

export type Inline =
  | { kind: "text"; text: string }
  | { kind: "styled"; style: Style; children: Inline[] }
  | { kind: "link"; url: string; children: Inline[] }
  | { kind: "person"; id: string }
  | { kind: "channel"; id: string; label: string }
  /** `@here`, `@channel`, a user group: whatever calls several people. */
  | { kind: "call"; label: string }
  | { kind: "date"; seconds: number; format: string; fallback: string; url: string }
  | { kind: "colour"; value: string };

export type Part =
  | { kind: "paragraph"; children: Inline[] }
  | { kind: "heading"; level: number; children: Inline[] }
  | { kind: "quote"; parts: Part[] }
  | { kind: "code"; text: string }
  | { kind: "list"; ordered: boolean; indent: number; start: number; items: Inline[][] }
  | { kind: "grid"; header: Inline[][]; rows: Inline[][][] }
  | { kind: "rule" };

/** Only addresses a person may follow: never `javascript:` and the like. */
export const safeUrl = (url: string): string | undefined =>
  /^(https?:\/\/|mailto:|tel:|slack:\/\/)/i.test(url) ? url : undefined;

/** A list without a following line's text: what notices and option labels need. */
export function plain(nodes: Inline[]): string {
  return nodes
    .map((node) => {
      if (node.kind === "text") return node.text;
      if (node.kind === "styled" || node.kind === "link") return plain(node.children);
      if (node.kind === "date") return node.fallback;
      return node.kind === "call" || node.kind === "channel" ? node.label : "";
    })
    .join("");
}
