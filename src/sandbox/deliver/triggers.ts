import { newSecret } from "../ids.ts";

/** A trigger lets the app open one view for the person who has just acted. Real time: the person is waiting. */
export interface Triggers {
  issue(user: string): string;
  exchange(id: string): { user: string } | { error: string };
}

const lifetime = 3_000;

export function keepTriggers(now = () => performance.now()): Triggers {
  const issued = new Map<string, { user: string; at: number; exchanged: boolean }>();
  return {
    issue(user) {
      const id = `${Date.now()}.${newSecret().slice(0, 12)}.${newSecret()}`;
      issued.set(id, { user, at: now(), exchanged: false });
      if (issued.size > 1_000) for (const oldest of [...issued.keys()].slice(0, 500)) issued.delete(oldest);
      return id;
    },
    exchange(id) {
      const trigger = issued.get(id);
      if (!trigger) return { error: "invalid_trigger_id" };
      if (trigger.exchanged) return { error: "exchanged_trigger_id" };
      if (now() - trigger.at > lifetime) return { error: "expired_trigger_id" };
      trigger.exchanged = true;
      return { user: trigger.user };
    },
  };
}
