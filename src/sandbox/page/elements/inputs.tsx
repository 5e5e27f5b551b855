import { useRef } from "preact/hooks";
import type { Json } from "../../control.ts";
import { flag, num, obj, str } from "../json.ts";
import { say } from "../text/dates.ts";
import { words } from "../text/text.tsx";
import { useWorkspace } from "../workspace.tsx";
import { useElement } from "./surface.tsx";

const TYPES: Record<string, "email" | "url" | "text"> = { email_text_input: "email", url_text_input: "url" };

/** Plain text, number, e-mail, address. A number stays text here: the server says what is wrong with it, as Slack does. */
export function TextInput({ element }: { element: Json }) {
  const { held, put, field } = useElement(element);
  const type = str(element, "type");
  const most = num(element, "max_length");
  const text = typeof held === "string" || typeof held === "number" ? String(held) : "";
  const shared = {
    id: field.id,
    "aria-label": field.label,
    "aria-describedby": field.describedBy,
    "aria-invalid": field.invalid,
    "aria-required": !field.optional,
    placeholder: words(obj(element, "placeholder")),
    maxLength: most ?? (type === "plain_text_input" ? 3000 : undefined),
    value: text,
  };
  if (flag(element, "multiline")) return <Multiline shared={shared} put={put} />;
  return (
    <input
      {...shared}
      class="field"
      type={TYPES[type] ?? "text"}
      inputMode={type === "number_input" ? "decimal" : undefined}
      onInput={(event) => put(event.currentTarget.value || null, true)}
    />
  );
}

function Multiline({ shared, put }: { shared: object; put: (held: unknown, typing: boolean) => void }) {
  return (
    <textarea
      {...shared}
      class="field field-multiline"
      rows={3}
      onInput={(event) => put(event.currentTarget.value || null, true)}
    />
  );
}

/** A date, a time, or both, by the browser's own pickers: they know keyboards, phones and languages. */
export function MomentInput({ element }: { element: Json }) {
  const { held, put, busy, field } = useElement(element);
  const sent = useRef<string | null>(null);
  const kind = str(element, "type");
  const type = { timepicker: "time", datetimepicker: "datetime-local" }[kind] ?? "date";
  const shown = kind === "datetimepicker" ? localMoment(held) : typeof held === "string" ? held : "";

  const take = (text: string) => {
    // Half-typed years arrive as "0002-03-09".
    if (type !== "time" && text && text < "1900") return;
    if (sent.current === text) return;
    sent.current = text;
    put(text ? (kind === "datetimepicker" ? new Date(text).getTime() / 1000 : text) : null);
  };
  return (
    <span class="moment">
      <input
        id={field.id}
        class="field field-moment"
        type={type}
        aria-label={field.label || words(obj(element, "placeholder")) || "Date"}
        aria-describedby={field.describedBy}
        aria-invalid={field.invalid}
        aria-required={!field.optional}
        disabled={busy}
        value={shown}
        onChange={(event) => take(event.currentTarget.value)}
      />
      {type === "date" && shown && <Weekday date={shown} />}
    </span>
  );
}

/** The browser's field shows figures only; the weekday is what people check a date by. */
function Weekday({ date }: { date: string }) {
  const { reader } = useWorkspace();
  const options = { weekday: "long", day: "numeric", month: "long" } as const;
  return <small>{say({ ...reader, zone: "UTC" }, new Date(`${date}T12:00:00Z`), options)}</small>;
}

function localMoment(seconds: unknown): string {
  if (typeof seconds !== "number") return "";
  const when = new Date(seconds * 1000);
  return new Date(when.getTime() - when.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
