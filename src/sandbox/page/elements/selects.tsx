import { useEffect, useState } from "preact/hooks";
import type { Json } from "../../control.ts";
import { suggest } from "../api.ts";
import { isJson, num, obj, objs, str } from "../json.ts";
import { words } from "../text/text.tsx";
import { useWorkspace } from "../workspace.tsx";
import { Combo, type Found } from "./combo.tsx";
import { conversations, type Group, groupsOf, matching, type Option, optionOf, people } from "./options.ts";
import { useElement } from "./surface.tsx";

const DEBOUNCE_MS = 250;
/** Slack's default when an external select does not say how much must be typed. */
const MIN_QUERY = 3;

/** Every select: static, external, users, conversations, channels; `multi_` or single. */
export function Select({ element }: { element: Json }) {
  const { state } = useWorkspace();
  const { held, put, busy, field } = useElement(element);
  const type = str(element, "type");
  const multi = type.startsWith("multi_");
  const local = type.includes("external") ? null : offered();
  const list = Array.isArray(held) ? held : held ? [held] : [];

  function offered(): Group[] {
    if (type.includes("users")) return people(state);
    if (type.includes("conversations")) return conversations(state, element);
    if (type.includes("channels")) return conversations(state, { filter: { include: ["public"] } });
    return groupsOf({ options: objs(element, "options"), groups: objs(element, "option_groups") });
  }
  const chosen = list.map((item): Option => {
    const known = local
      ?.flatMap(({ options }) => options)
      .find(({ key }) => key === (isJson(item) ? str(item, "value") : item));
    return (
      known ??
      (isJson(item)
        ? optionOf(item)
        : { key: String(item), label: String(item), description: "", held: item })
    );
  });
  const label = field.label || words(obj(element, "placeholder")) || "Select";

  return (
    <Combo
      id={field.id}
      label={label}
      placeholder={words(obj(element, "placeholder")) || "Select an option"}
      multi={multi}
      chosen={chosen}
      clearable={field.isInput && field.optional}
      describedBy={field.describedBy}
      invalid={field.invalid}
      disabled={busy}
      useOptions={
        local ? (query) => filtered(local, query) : (query, open) => useSuggestions(element, query, open)
      }
      onChange={(options) => {
        const most = num(element, "max_selected_items");
        if (multi && most !== undefined && options.length > most) return;
        put(multi ? options.map((option) => option.held) : (options[0]?.held ?? null));
      }}
    />
  );
}

function filtered(local: Group[], query: string): Found {
  const groups = matching(local, query);
  return { groups, note: groups.length ? "" : "No results" };
}

/** Asks the app while a person types; only the answer to what stands there now counts. */
function useSuggestions(element: Json, query: string, open: boolean): Found {
  const { state } = useWorkspace();
  const { field, surface, actionId } = useElement(element);
  const [found, setFound] = useState<Found>({ groups: [], note: "" });
  const least = num(element, "min_query_length") ?? MIN_QUERY;
  const wanted = open && query.trim().length >= least;
  useEffect(() => {
    if (!wanted) return setFound({ groups: [], note: "" });
    let current = true;
    setFound(({ groups }) => ({ groups, note: "Searching…" }));
    const ask = async () => {
      const place = { user: state.me.id, in: surface.place, blockId: field.blockId, actionId };
      const answer = await suggest({ ...place, query: query.trim() });
      if (!current) return;
      const groups = answer.ok
        ? groupsOf({ options: answer.options ?? [], groups: answer.groups ?? [] })
        : [];
      const note = answer.ok ? "No results" : "The options could not be loaded. Type again to retry.";
      setFound({ groups, note: groups.length ? "" : note });
    };
    const timer = setTimeout(ask, query ? DEBOUNCE_MS : 0);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [wanted, query]);

  if (open && !wanted)
    return { groups: [], note: `Type ${least === 1 ? "a character" : `${least} characters`} to search` };
  return found;
}
