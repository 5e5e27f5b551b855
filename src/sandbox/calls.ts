import type { Call } from "./control.ts";

/** The log of every exchange with the app; the oldest are forgotten. */
export interface Calls {
  note(call: Omit<Call, "seq" | "at">): void;
  after(seq: number): Call[];
}

const kept = 1_000;

export function keepCalls(): Calls {
  const calls: Call[] = [];
  let seq = 0;
  return {
    note(call) {
      seq += 1;
      calls.push({ seq, at: new Date().toISOString(), ...call, ms: Math.round(call.ms * 10) / 10 });
      if (calls.length > kept) calls.shift();
    },
    after: (after) => calls.filter((call) => call.seq > after),
  };
}
