/** Tells each user's onlookers that what the user sees has changed. */
export interface Changes {
  readonly seq: number;
  /** Without users: for everybody. */
  changed(users?: Iterable<string>): void;
  onChange(user: string, listener: (seq: number) => void): () => void;
}

export function trackChanges(): Changes {
  let seq = 0;
  const onlookers = new Map<string, Set<(seq: number) => void>>();
  const tell = (user: string) => {
    for (const listener of onlookers.get(user) ?? []) listener(seq);
  };
  return {
    get seq() {
      return seq;
    },
    changed(users) {
      seq += 1;
      for (const user of users ?? onlookers.keys()) tell(user);
    },
    onChange(user, listener) {
      const listeners = onlookers.get(user) ?? new Set();
      onlookers.set(user, listeners.add(listener));
      return () => listeners.delete(listener);
    },
  };
}
