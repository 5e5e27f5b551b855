import { useId } from "preact/hooks";
import type { Json } from "../../control.ts";
import { isJson, obj, objs, str } from "../json.ts";
import { Text } from "../text/text.tsx";
import { useElement } from "./surface.tsx";

/** Checkboxes and radio buttons. */
export function Choices({ element }: { element: Json }) {
  const { held, put, busy, field } = useElement(element);
  const group = useId();
  const several = str(element, "type") === "checkboxes";
  const options = objs(element, "options");
  const chosen = (Array.isArray(held) ? held : [held]).filter(isJson).map((option) => str(option, "value"));

  const toggle = (option: Json) => {
    const value = str(option, "value");
    if (!several) return put(option);
    put(options.filter((other) => chosen.includes(str(other, "value")) !== (str(other, "value") === value)));
  };
  return (
    <fieldset class="choices" aria-label={field.label || undefined} aria-describedby={field.describedBy}>
      {options.map((option) => (
        <label key={str(option, "value")} class="choice">
          <input
            type={several ? "checkbox" : "radio"}
            name={group}
            disabled={busy}
            checked={chosen.includes(str(option, "value"))}
            onChange={() => toggle(option)}
          />
          <span>
            <Text of={obj(option, "text")} />
            {obj(option, "description") && (
              <small>
                <Text of={obj(option, "description")} />
              </small>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
