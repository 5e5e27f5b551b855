import type { Json } from "../../control.ts";
import { Icon } from "../icons.tsx";
import { obj, objs, str } from "../json.ts";
import { Menu } from "../menu.tsx";
import { safeUrl } from "../text/nodes.ts";
import { words } from "../text/text.tsx";
import { optionOf } from "./options.ts";
import { useElement } from "./surface.tsx";

export function Button({ element }: { element: Json }) {
  const { press, busy } = useElement(element);
  const style = str(element, "style") || "plain";
  const click = () => {
    const url = safeUrl(str(element, "url"));
    if (url) open(url, "_blank", "noreferrer");
    void press();
  };
  return (
    <button
      type="button"
      class={`button button-${style}`}
      aria-label={str(element, "accessibility_label") || undefined}
      aria-busy={busy}
      disabled={busy}
      onClick={click}
    >
      {words(obj(element, "text"))}
    </button>
  );
}

export function Overflow({ element }: { element: Json }) {
  const { put, busy } = useElement(element);
  const items = objs(element, "options").map((option) => {
    const { key, label, description } = optionOf(option);
    const pick = () => {
      const url = safeUrl(str(option, "url"));
      if (url) open(url, "_blank", "noreferrer");
      put(option);
    };
    return { key, label, description, pick };
  });
  return (
    <Menu
      label="More actions"
      class="button button-plain button-overflow"
      face={<Icon name="more" size={16} />}
      items={items}
      side="end"
      disabled={busy}
    />
  );
}
