import { useCallback, useEffect, useState } from "preact/hooks";

/** Where the page stands, kept in its address so that it can be reloaded, shared between windows and gone back from. */
export interface Route {
  /** The acting person. */
  as: string | null;
  /** The open conversation. */
  in: string | null;
  /** The open thread's first message. */
  thread: string | null;
  tab: "home" | null;
}

const LAST_PERSON = "workspace.as";

function read(): Route {
  const query = new URLSearchParams(location.search);
  return {
    as: query.get("as") ?? localStorage.getItem(LAST_PERSON),
    in: query.get("in"),
    thread: query.get("thread"),
    tab: query.get("tab") === "home" ? "home" : null,
  };
}

export function useRoute(): [Route, (change: Partial<Route>, replace?: boolean) => void] {
  const [route, setRoute] = useState(read);
  useEffect(() => {
    const back = () => setRoute(read());
    addEventListener("popstate", back);
    return () => removeEventListener("popstate", back);
  }, []);
  const go = useCallback((change: Partial<Route>, replace = false) => {
    const next = { ...read(), ...change };
    const query = new URLSearchParams();
    for (const [key, value] of Object.entries(next)) if (value) query.set(key, value);
    if (next.as) localStorage.setItem(LAST_PERSON, next.as);
    else localStorage.removeItem(LAST_PERSON);
    history[replace ? "replaceState" : "pushState"](null, "", `?${query}`);
    setRoute(next);
  }, []);
  return [route, go];
}
