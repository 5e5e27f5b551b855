import type { ComponentChildren } from "preact";
import { useCallback, useId, useState } from "preact/hooks";
import type { Json } from "../control.ts";
import { Dialog } from "./dialog.tsx";
import { ConfirmContext } from "./elements/surface.tsx";
import { obj, str } from "./json.ts";
import { Text, words } from "./text/text.tsx";

interface Question {
  confirm: Json;
  answer: (yes: boolean) => void;
}

/** Draws the question of an element's `confirm` over everything else. */
export function ConfirmProvider({ children }: { children: ComponentChildren }) {
  const [question, setQuestion] = useState<Question | null>(null);
  const ask = useCallback(
    (confirm: Json) =>
      new Promise<boolean>((resolve) => {
        const answer = (yes: boolean) => {
          setQuestion(null);
          resolve(yes);
        };
        setQuestion({ confirm, answer });
      }),
    [],
  );
  return (
    <ConfirmContext.Provider value={ask}>
      {children}
      {question && <Asked {...question} />}
    </ConfirmContext.Provider>
  );
}

function Asked({ confirm, answer }: Question) {
  const title = useId();
  const style = str(confirm, "style") === "danger" ? "danger" : "primary";
  return (
    <Dialog labelledBy={title} class="confirm" role="alertdialog" onClose={() => answer(false)}>
      <h2 id={title}>{words(obj(confirm, "title"))}</h2>
      <div class="confirm-text">
        <Text of={obj(confirm, "text")} />
      </div>
      <div class="confirm-buttons" data-first>
        <button type="button" class="button button-plain" onClick={() => answer(false)}>
          {words(obj(confirm, "deny")) || "Cancel"}
        </button>
        <button type="button" class={`button button-${style}`} onClick={() => answer(true)}>
          {words(obj(confirm, "confirm")) || "Yes"}
        </button>
      </div>
    </Dialog>
  );
}
