/** The visit and the version a card's button was drawn for. */
export function cardOf(value: unknown): { id: number; version: number } {
  const [id, version] = String(value).split(":").map(Number);
  return { id: id ?? Number.NaN, version: version ?? Number.NaN };
}

/** What there is to undo: the visit itself while it is new, an edit while what it replaced is kept, else nothing. */
export const undoOf = <Before>(visit: {
  version: number;
  previous: Before | null;
}): "visit" | Before | null => visit.previous ?? (visit.version === 1 ? "visit" : null);
