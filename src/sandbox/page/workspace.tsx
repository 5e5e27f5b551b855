import { createContext } from "preact";
import { useCallback, useContext, useEffect, useMemo, useState } from "preact/hooks";
import type { Outcome, Person, State } from "../control.ts";
import { post, readState } from "./api.ts";
import { kept } from "./json.ts";
import type { Reader } from "./text/dates.ts";

export interface Workspace {
  state: State;
  reader: Reader;
  /** False while the server is away. */
  linked: boolean;
  person: (id: string) => Person | undefined;
  /** Posts to the control interface as the acting person, then reads the state again. */
  act: (path: string, body: object) => Promise<Outcome>;
  /** Says a sentence at the foot of the page: for what failed and has no place of its own. */
  say: (sentence: string) => void;
}

export const WorkspaceContext = createContext<Workspace | null>(null);

export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (!workspace) throw new Error("A component was drawn outside the workspace.");
  return workspace;
}

const BACK_OFF_MS = [500, 1000, 2000, 4000, 8000];

/** Of many wishes to read while a read is under way, one more read is made: the last one sees everything. */
function onceAtATime(read: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let queued: Promise<void> | null = null;
  const run = (): Promise<void> => {
    running = read().finally(() => {
      running = null;
    });
    return running;
  };
  return () => {
    if (!running) return run();
    queued ??= running
      .catch(() => undefined)
      .then(() => {
        queued = null;
        return run();
      });
    return queued;
  };
}

/** The acting person's state, read again whenever the server says that it changed; `null` until the first answer. */
export function useLiveState(user: string | null) {
  const [seen, setSeen] = useState<{ user: string | null; state: State } | null>(null);
  const [linked, setLinked] = useState(true);
  const refresh = useMemo(
    () =>
      onceAtATime(async () => {
        const state = await readState(user);
        setSeen((before) => ({ user, state: before?.user === user ? kept(before.state, state) : state }));
      }),
    [user],
  );
  useEffect(() => follow(user, refresh, setLinked), [user, refresh]);
  // What another person saw is not shown while this one's is on its way.
  return { state: seen?.user === user ? seen.state : null, linked, refresh };
}

/** Listens for changes until the returned function is called; after a break it tries again, more and more patiently. */
function follow(user: string | null, refresh: () => Promise<void>, setLinked: (linked: boolean) => void) {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let tries = 0;
  const lost = () => {
    setLinked(false);
    source?.close();
    clearTimeout(timer);
    timer = setTimeout(open, BACK_OFF_MS[Math.min(tries++, BACK_OFF_MS.length - 1)]);
  };
  const found = () => {
    tries = 0;
    setLinked(true);
  };
  const open = () => {
    source = new EventSource(`/sandbox/changes${user ? `?user=${encodeURIComponent(user)}` : ""}`);
    source.onopen = () => void refresh().then(found, lost);
    source.onmessage = () => void refresh().catch(lost);
    source.onerror = lost;
  };
  open();
  return () => {
    source?.close();
    clearTimeout(timer);
  };
}

/** What every part of the page may ask of the workspace. */
export function useWorkspaceOf(
  state: State,
  linked: boolean,
  refresh: () => Promise<void>,
  say: (sentence: string) => void,
): Workspace {
  const act = useCallback(
    async (path: string, body: object) => {
      const outcome = await post(path, { user: state.me.id, ...body });
      // A failed read shows as "reconnecting"; the outcome stands by itself.
      await refresh().catch(() => undefined);
      return outcome;
    },
    [state.me.id, refresh],
  );
  return useMemo(() => {
    const people = new Map(state.people.map((person) => [person.id, person]));
    const reader = { zone: state.me.timeZone, locale: state.me.locale, now: new Date(state.now.instant) };
    return { state, reader, linked, person: (id: string) => people.get(id), act, say };
  }, [state, linked, act, say]);
}
