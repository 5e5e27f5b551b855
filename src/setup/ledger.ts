/** The records a file touches: what was there, what will be, and which row spoke for whom. */
export interface Ledger<R extends { id: number }> {
  all(): R[];
  get(id: number): R | undefined;
  /** A new record, under a negative id until it is saved. */
  add(record: Omit<R, "id">): R;
  /** An empty cell (null or left out) keeps what is there. */
  say(id: number, said: { [K in keyof R]?: R[K] | null }): void;
  /** Empties one cell. */
  cut(id: number, key: keyof R): void;
  /** A row speaks for a record; a second one is told who was first. */
  claim(id: number, line: number, words: string): { line: number; words: string } | undefined;
  isClaimed(id: number): boolean;
  tally(): { save: R[]; added: number; changed: number; unchanged: number };
}

export function ledger<R extends { id: number }>(existing: readonly R[]): Ledger<R> {
  const before = new Map(existing.map((record) => [record.id, record]));
  const now = new Map(before);
  const claims = new Map<number, { line: number; words: string }>();
  let next = -1;
  return {
    all: () => [...now.values()],
    get: (id) => now.get(id),
    add(record) {
      const added = { ...record, id: next-- } as R;
      now.set(added.id, added);
      return added;
    },
    say(id, said) {
      const record = now.get(id);
      if (record === undefined) return;
      const words = Object.entries(said).filter(([, value]) => value !== null && value !== undefined);
      now.set(id, { ...record, ...Object.fromEntries(words) });
    },
    cut(id, key) {
      const record = now.get(id);
      if (record !== undefined) now.set(id, { ...record, [key]: null });
    },
    claim(id, line, words) {
      const first = claims.get(id);
      if (first === undefined) claims.set(id, { line, words });
      return first;
    },
    isClaimed: (id) => claims.has(id),
    tally() {
      const touched = [...now.values()].filter((record) => {
        const was = before.get(record.id);
        return was === undefined || (was !== record && JSON.stringify(was) !== JSON.stringify(record));
      });
      const added = touched.filter((record) => record.id < 0).length;
      const changed = touched.length - added;
      const kept = touched.filter((record) => record.id > 0 && claims.has(record.id)).length;
      const spoken = [...claims.keys()].filter((id) => id > 0).length;
      return { save: touched, added, changed, unchanged: spoken - kept };
    },
  };
}

/**
 * Cuts links that close a circle (a department within itself, a boss of one's own boss).
 * @returns the ids whose link was cut.
 */
export function cutCircles<R extends { id: number }>(
  records: Ledger<R>,
  link: { [K in keyof R]: R[K] extends number | null ? K : never }[keyof R],
  ids: readonly number[],
): number[] {
  const up = (id: number) => records.get(id)?.[link] as number | null | undefined;
  // Whoever is known to lead to the top is not climbed again: in a deep company that is most of the work.
  const safe = new Set<number>();
  return ids.filter((id) => {
    const path = new Set<number>();
    let at: number | null | undefined = id;
    while (at !== null && at !== undefined && !safe.has(at) && !path.has(at)) {
      path.add(at);
      at = up(at);
    }
    const closes = at === id && path.has(id);
    if (closes) records.cut(id, link);
    if (!closes && (at === null || at === undefined || safe.has(at))) for (const each of path) safe.add(each);
    return closes;
  });
}
