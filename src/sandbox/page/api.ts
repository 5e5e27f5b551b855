import type { Call, Outcome, State, Suggestions } from "../control.ts";
import { isJson, str } from "./json.ts";

/** What the server answers when it cannot be reached at all. */
export const AWAY = "The local workspace does not answer.";

/** What `user` sees; for nobody, or for somebody this workspace no longer knows, what its first person sees. */
export async function readState(user: string | null): Promise<State> {
  const response = await fetch(`/sandbox/state${user ? `?user=${encodeURIComponent(user)}` : ""}`);
  if (response.status === 400 && user) return readState(null);
  if (!response.ok) throw new Error(`state: ${response.status}`);
  return (await response.json()) as State;
}

export async function readCalls(after: number): Promise<Call[]> {
  const response = await fetch(`/sandbox/calls?after=${after}`);
  if (!response.ok) throw new Error(`calls: ${response.status}`);
  return (await response.json()) as Call[];
}

/** Never throws: a person sees the sentence of the Outcome. */
export async function post<T extends Outcome = Outcome>(path: string, body: object): Promise<T> {
  try {
    const response = await fetch(`/sandbox/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    const answer: unknown = await response.json();
    if (response.ok && isJson(answer)) return { ok: true, ...answer } as unknown as T;
    return { ok: false, error: (isJson(answer) && str(answer, "error")) || `HTTP ${response.status}` } as T;
  } catch {
    return { ok: false, error: AWAY } as T;
  }
}

export const suggest = (body: object): Promise<Suggestions> => post<Suggestions>("suggest", body);
