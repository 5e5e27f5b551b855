/** Any object within a view or message: a block, an element, a text. */
export type Part = Record<string, unknown>;

/** Every object within, however deep. */
export function partsOf(value: unknown): Part[] {
  if (Array.isArray(value)) return value.flatMap(partsOf);
  if (typeof value !== "object" || value === null) return [];
  return [value as Part, ...Object.values(value).flatMap(partsOf)];
}

export const ofType = (value: unknown, type: string): Part[] =>
  partsOf(value).filter((part) => part["type"] === type);

/** The words of a text object. */
export const textOf = (part: unknown): string => String((part as Part | undefined)?.["text"] ?? "");

/** Title, submit and close of a view. */
export function titlesOf(view: object): string[] {
  const { title, submit, close } = view as Part;
  return [title, submit, close].filter((part) => part !== undefined).map(textOf);
}
