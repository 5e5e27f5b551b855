import type { ComponentType } from "preact";
import type { Json } from "../../control.ts";
import { Unknown } from "../blocks/unknown.tsx";
import { str } from "../json.ts";
import { safeUrl } from "../text/nodes.ts";
import { Button, Overflow } from "./buttons.tsx";
import { Choices } from "./choices.tsx";
import { MomentInput, TextInput } from "./inputs.tsx";
import { Select } from "./selects.tsx";

type Drawn = ComponentType<{ element: Json }>;

const ELEMENTS: Record<string, Drawn> = {
  button: Button,
  workflow_button: Button,
  overflow: Overflow,
  image: Picture,
  checkboxes: Choices,
  radio_buttons: Choices,
  datepicker: MomentInput,
  timepicker: MomentInput,
  datetimepicker: MomentInput,
  plain_text_input: TextInput,
  number_input: TextInput,
  email_text_input: TextInput,
  url_text_input: TextInput,
};
for (const kind of ["static", "external", "users", "conversations", "channels"]) {
  ELEMENTS[`${kind}_select`] = Select;
  ELEMENTS[`multi_${kind}_select`] = Select;
}

export function Element({ element }: { element: Json }) {
  const Known = ELEMENTS[str(element, "type")];
  return Known ? <Known element={element} /> : <Unknown what="element" json={element} />;
}

export function Picture({ element }: { element: Json }) {
  const src = safeUrl(str(element, "image_url"));
  const alt = str(element, "alt_text");
  return src ? (
    <img src={src} alt={alt} loading="lazy" />
  ) : (
    <span class="picture-missing">{alt || "image"}</span>
  );
}
