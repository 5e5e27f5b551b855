import { useEffect, useState } from "preact/hooks";
import type { Call } from "../control.ts";
import { readCalls } from "./api.ts";
import { Icon } from "./icons.tsx";
import { obj, objs, str } from "./json.ts";
import { say as speak, TIME } from "./text/dates.ts";
import { useWorkspace } from "./workspace.tsx";

const EVERY_MS = 1500;
const KEPT = 300;

const DIRECTIONS = {
  api: { sign: "←", words: "The app called" },
  deliver: { sign: "→", words: "Delivered to the app" },
  response_url: { sign: "←", words: "The app answered" },
};

/** Every exchange between the workspace and the app, newest first. */
export function Calls({ onClose }: { onClose: () => void }) {
  const calls = useCalls();
  return (
    <aside class="aside aside-calls" aria-label="Behind the scenes">
      <header class="head">
        <h2>Behind the scenes</h2>
        <span class="head-note">→ to the app · ← from it</span>
        <button type="button" class="icon-button" aria-label="Close behind the scenes" onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <div class="calls">
        {calls.length === 0 && <p class="calls-empty">Nothing yet. Type a command and watch what is said.</p>}
        {calls.map((call) => (
          <Exchange key={call.seq} call={call} />
        ))}
      </div>
    </aside>
  );
}

function Exchange({ call }: { call: Call }) {
  const { reader } = useWorkspace();
  const { sign, words } = DIRECTIONS[call.direction];
  const trouble = troubleOf(call);
  return (
    <details class="call" data-direction={call.direction} data-failed={trouble !== ""}>
      <summary>
        <i title={words}>
          <span aria-hidden="true">{sign}</span>
          <span class="unseen">{words}: </span>
        </i>
        <code>
          {call.what} <b>{gist(call)}</b>
        </code>
        {trouble && <em>{trouble}</em>}
        <small>{Math.round(call.ms)} ms</small>
      </summary>
      <p>
        {speak({ ...reader, locale: "en-GB" }, new Date(call.at), { ...TIME, second: "2-digit" })}
        {call.status > 0 && ` · HTTP ${call.status}`}
      </p>
      <h3>{call.direction === "deliver" ? "Payload" : "Request"}</h3>
      <pre>{JSON.stringify(call.request, null, 2)}</pre>
      <h3>{call.direction === "deliver" ? "Ack" : "Response"}</h3>
      <pre>{JSON.stringify(call.response, null, 2)}</pre>
    </details>
  );
}

/** Status 0: nobody acked in time. */
function troubleOf({ status, response }: Call): string {
  if (status === 0) return "no ack";
  return status >= 400 || response["ok"] === false ? str(response, "error") || String(status) : "";
}

/** What tells one exchange from the next of its kind: the command, the element pressed, the form. */
function gist({ request, direction }: Call): string {
  if (direction !== "deliver") return "";
  const action = objs(request, "actions")[0] ?? request;
  return (
    [str(request, "command"), str(request, "text")].filter(Boolean).join(" ") ||
    str(action, "action_id") ||
    str(request, "callback_id") ||
    str(obj(request, "view"), "callback_id") ||
    str(obj(request, "event"), "tab")
  );
}

/** Asked again now and then while the panel is open: exchanges also happen when nobody's state changes. */
function useCalls(): Call[] {
  const [calls, setCalls] = useState<Call[]>([]);
  useEffect(() => {
    let after = 0;
    let timer: ReturnType<typeof setTimeout>;
    let open = true;
    const read = async () => {
      // While the server is away the page says so elsewhere; the panel just asks again.
      const fresh = await readCalls(after).catch(() => []);
      if (!open) return;
      after = fresh.reduce((last, { seq }) => Math.max(last, seq), after);
      if (fresh.length > 0) setCalls((before) => [...fresh.toReversed(), ...before].slice(0, KEPT));
      timer = setTimeout(read, EVERY_MS);
    };
    void read();
    return () => {
      open = false;
      clearTimeout(timer);
    };
  }, []);
  return calls;
}
