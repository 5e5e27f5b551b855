import type { Fault } from "./control.ts";

export type CallFault = Extract<Fault, { method: string }>;

/** Faults waiting for calls of a method; `*` waits for any method. */
export interface Faults {
  add(fault: CallFault): void;
  /** The fault that strikes this call, used up by it. */
  take(method: string): CallFault | undefined;
  clear(): void;
}

export function keepFaults(): Faults {
  let waiting: CallFault[] = [];
  return {
    add: (fault) => {
      waiting.push({ ...fault });
    },
    take(method) {
      const fault = waiting.find((each) => each.method === method || each.method === "*");
      if (!fault) return undefined;
      fault.times -= 1;
      waiting = waiting.filter((each) => each.times > 0);
      return fault;
    },
    clear: () => {
      waiting = [];
    },
  };
}
