import type { Json } from "../../control.ts";
import { flag, num, obj, objs, str } from "../json.ts";
import { emoji } from "./emoji.ts";
import type { Inline, Part, Style } from "./nodes.ts";

/** A `rich_text` block. */
export const rich = (block: Json): Part[] => objs(block, "elements").map(part);

function part(element: Json): Part {
  const children = objs(element, "elements");
  switch (str(element, "type")) {
    case "rich_text_list":
      return {
        kind: "list",
        ordered: str(element, "style") === "ordered",
        indent: num(element, "indent") ?? 0,
        start: (num(element, "offset") ?? 0) + 1,
        items: children.map((item) => objs(item, "elements").map(inline)),
      };
    case "rich_text_preformatted":
      return {
        kind: "code",
        text: children.map((child) => str(child, "text") || str(child, "url")).join(""),
      };
    case "rich_text_quote":
      return { kind: "quote", parts: [{ kind: "paragraph", children: children.map(inline) }] };
    default:
      return { kind: "paragraph", children: children.map(inline) };
  }
}

function inline(element: Json): Inline {
  const node = bare(element);
  const given = obj(element, "style");
  const style: Style = {
    bold: flag(given, "bold"),
    italic: flag(given, "italic"),
    strike: flag(given, "strike"),
    underline: flag(given, "underline"),
    code: flag(given, "code"),
  };
  return Object.values(style).includes(true) ? { kind: "styled", style, children: [node] } : node;
}

function bare(element: Json): Inline {
  const url = str(element, "url");
  switch (str(element, "type")) {
    case "text":
      return { kind: "text", text: str(element, "text") };
    case "link":
      return { kind: "link", url, children: [{ kind: "text", text: str(element, "text") || url }] };
    case "emoji":
      return { kind: "text", text: fromCodes(str(element, "unicode")) || emoji(str(element, "name")) };
    case "user":
      return { kind: "person", id: str(element, "user_id") };
    case "channel":
      return { kind: "channel", id: str(element, "channel_id"), label: "" };
    case "usergroup":
      return { kind: "call", label: "@group" };
    case "broadcast":
      return { kind: "call", label: `@${str(element, "range")}` };
    case "color":
      return { kind: "colour", value: str(element, "value") };
    case "date": {
      const format = str(element, "format");
      return {
        kind: "date",
        seconds: num(element, "timestamp") ?? 0,
        format,
        fallback: str(element, "fallback"),
        url,
      };
    }
    default:
      return { kind: "text", text: str(element, "text") || `[${str(element, "type")}]` };
  }
}

const fromCodes = (codes: string): string =>
  /^[0-9a-f-]+$/i.test(codes)
    ? String.fromCodePoint(...codes.split("-").map((code) => Number.parseInt(code, 16)))
    : "";
