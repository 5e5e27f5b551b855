const ESCAPED: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** Words in a mrkdwn text. It stops `<!channel>` and links; `*` and `_` still format, so prefer plain or rich text for names. */
export const escapeText = (text: string): string => text.replace(/[&<>]/g, (sign) => ESCAPED[sign] ?? sign);

/** Slack escapes exactly these three in what people type; `&amp;lt;` must become `&lt;`, hence one pass. */
export const unescapeText = (text: string): string =>
  text.replace(/&(amp|lt|gt);/g, (_, name: string) => ({ amp: "&", lt: "<", gt: ">" })[name] ?? "");

/** A mrkdwn template whose values are escaped: `md\`You met *${name}*.\``. */
export const md = (parts: TemplateStringsArray, ...values: (string | number)[]): string =>
  parts.reduce((whole, part, at) => `${whole}${escapeText(String(values[at - 1] ?? ""))}${part}`);

/** Names by Slack id, for mentions that carry none. */
export type Names = ReadonlyMap<string, string>;

/**
 * What a person typed, as they saw it: `<@U1|ana>` → `@ana`, `<#C1|general>` → `#general`,
 * `<https://acme.com|acme.com>` → `acme.com`, `<!here>` → `@here`, entities decoded.
 */
export function plainText(text: string, names: Names = new Map()): string {
  return text
    .split(/(<[^<>]+>)/)
    .map((part) => unescapeText(/^<[^<>]+>$/.test(part) ? seen(part.slice(1, -1), names) : part))
    .join("");
}

function seen(link: string, names: Names): string {
  const bar = link.indexOf("|");
  const address = bar < 0 ? link : link.slice(0, bar);
  const label = bar < 0 ? "" : link.slice(bar + 1);
  const id = address.slice(1);
  if (address.startsWith("@")) return `@${(names.get(id) ?? label) || id}`;
  if (address.startsWith("#")) return `#${label || (names.get(id) ?? id)}`;
  if (address.startsWith("!")) return label || `@${id.split("^")[0]}`;
  return label || address.replace(/^(mailto|tel):/, "");
}
