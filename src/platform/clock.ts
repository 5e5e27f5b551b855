import { Temporal } from "temporal-polyfill";

/** The civil clock: every "today", "due" and "late" is asked of it. Leases, time-outs and retries use real time instead. */
export interface Clock {
  now(): Temporal.Instant;
}

/** A clock a person may set, for the local workspace and for tests. It ticks on from where it was set. */
export interface SettableClock extends Clock {
  /** Moves the clock to an instant; it ticks on from there. */
  set(to: Temporal.Instant): void;
  /** Follows real time again. */
  live(): void;
  /** How far the clock is from real time, in milliseconds; 0 when live. */
  readonly offset: number;
  /** Called after every jump, not on every tick. Returns how to stop listening. */
  onJump(listener: () => void): () => void;
}

export const realClock: Clock = { now: () => Temporal.Now.instant() };

export function settableClock(offset = 0): SettableClock {
  let shift = offset;
  const listeners = new Set<() => void>();
  const jump = (to: number) => {
    shift = to;
    for (const listener of listeners) listener();
  };
  return {
    now: () => Temporal.Now.instant().add({ milliseconds: shift }),
    set: (to) => jump(to.epochMilliseconds - Date.now()),
    live: () => jump(0),
    get offset() {
      return shift;
    },
    onJump(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
