import { createContext } from "preact";
import { useContext, useState } from "preact/hooks";
import type { Json, Outcome, Place, PressAct } from "../../control.ts";
import { obj, str } from "../json.ts";
import { useWorkspace } from "../workspace.tsx";
import { heldIn, holding, initialOf } from "./value.ts";

/** Where elements stand: a message, the Home tab, a modal. It knows their values and takes what a person does. */
export interface Surface {
  place: Place;
  value: (blockId: string, actionId: string) => Json | undefined;
  /** Shows a value that is on its way to the app as an action. */
  keep: (blockId: string, actionId: string, value: Json) => void;
  /** Keeps an input of a form; `typing` may wait a moment before it is sent. */
  put: (blockId: string, actionId: string, value: Json, typing: boolean) => void;
  press: (act: Omit<PressAct, "user" | "in">) => Promise<Outcome>;
}

export const SurfaceContext = createContext<Surface | null>(null);

function useSurface(): Surface {
  const surface = useContext(SurfaceContext);
  if (!surface) throw new Error("An element was drawn outside a surface.");
  return surface;
}

/** The block an element stands in. Inside an `input` block a change is a form's value; elsewhere it is an action. */
export interface Field {
  blockId: string;
  /** What the block's label points at. */
  id: string | undefined;
  isInput: boolean;
  optional: boolean;
  label: string;
  describedBy: string | undefined;
  invalid: boolean;
}

export const FieldContext = createContext<Field>(outside(""));

/** A block that is not an `input`. */
export function outside(blockId: string): Field {
  const none = { id: undefined, describedBy: undefined, label: "" };
  return { blockId, isInput: false, optional: true, invalid: false, ...none };
}

/** Asks the question of an element's `confirm`; resolves to what the person chose. */
export const ConfirmContext = createContext<(confirm: Json) => Promise<boolean>>(() => Promise.resolve(true));

export function useElement(element: Json) {
  const surface = useSurface();
  const field = useContext(FieldContext);
  const ask = useContext(ConfirmContext);
  const { say } = useWorkspace();
  const [busy, setBusy] = useState(false);
  const actionId = str(element, "action_id");
  const value = surface.value(field.blockId, actionId) ?? initialOf(element);

  const press = async (sent?: Json): Promise<void> => {
    const confirm = obj(element, "confirm");
    if (confirm && !(await ask(confirm))) return;
    if (sent) surface.keep(field.blockId, actionId, sent);
    setBusy(true);
    const { blockId } = field;
    const outcome = await surface.press({
      actionId,
      ...(blockId && { blockId }),
      ...(sent && { value: sent }),
    });
    setBusy(false);
    if (!outcome.ok) say(outcome.error ?? "That did not work.");
  };

  /** A person chose or typed `held`. */
  const put = (held: unknown, typing = false): void => {
    const next = holding(element, held);
    if (field.isInput) surface.put(field.blockId, actionId, next, typing);
    else void press(next);
  };

  return { held: heldIn(element, value), put, press, busy, field, surface, actionId };
}
