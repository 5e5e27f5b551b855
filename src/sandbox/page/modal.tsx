import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { OpenView } from "../control.ts";
import { Blocks } from "./blocks/blocks.tsx";
import { Dialog } from "./dialog.tsx";
import { useDrafts } from "./drafts.ts";
import { type Surface, SurfaceContext } from "./elements/surface.tsx";
import { Icon } from "./icons.tsx";
import { obj, objs } from "./json.ts";
import { words } from "./text/text.tsx";
import { useWorkspace } from "./workspace.tsx";

const WRONG = ":is(input, textarea)[aria-invalid=true]";

/** The view on top of the stack. */
export function Modal({ open, depth }: { open: OpenView; depth: number }) {
  const { act } = useWorkspace();
  const title = useId();
  const body = useRef<HTMLDivElement>(null);
  const drafts = useDrafts(open.id);
  const [sending, setSending] = useState(false);
  const [unsent, setUnsent] = useState<string | null>(null);
  const [refusals, setRefusals] = useState(0);
  const busy = sending || open.busy;
  const trouble = open.trouble ?? unsent;
  const submitLabel = words(obj(open.view, "submit"));

  const surface: Surface = {
    place: { view: open.id },
    value: (blockId, actionId) => drafts.value(blockId, actionId) ?? open.values[blockId]?.[actionId],
    keep: drafts.keep,
    put: drafts.put,
    press: async (press) => {
      await drafts.flush();
      const outcome = await act("press", { in: { view: open.id }, ...press });
      drafts.release();
      return outcome;
    },
  };
  const submit = async () => {
    if (busy) return;
    setSending(true);
    setUnsent(null);
    await drafts.flush();
    const outcome = await act("submit", { view: open.id });
    setSending(false);
    if (outcome.errors) setRefusals((count) => count + 1);
    else if (!outcome.ok) setUnsent(outcome.error ?? null);
  };
  const close = () => void act("close", { view: open.id });

  // Once for each refusal: while a person mends one field, the next wrong one must not take the focus.
  useEffect(() => {
    if (refusals) body.current?.querySelector<HTMLElement>(WRONG)?.focus();
  }, [refusals]);

  return (
    <Dialog labelledBy={title} class="modal" onClose={close}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (submitLabel) void submit();
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && submitLabel) void submit();
        }}
      >
        <header>
          {depth > 1 && (
            <button type="button" class="icon-button" aria-label="Back" title="Back" onClick={close}>
              <Icon name="back" />
            </button>
          )}
          <h2 id={title}>{words(obj(open.view, "title"))}</h2>
          <button type="button" class="icon-button" aria-label="Close dialog" title="Close" onClick={close}>
            <Icon name="close" />
          </button>
        </header>
        <div class="modal-body" ref={body} data-first>
          <SurfaceContext.Provider value={surface}>
            <Blocks blocks={objs(open.view, "blocks")} errors={open.errors} />
          </SurfaceContext.Provider>
        </div>
        <footer>
          {trouble && (
            <p class="trouble" role="alert">
              {trouble}
            </p>
          )}
          <button type="button" class="button button-plain" onClick={close}>
            {words(obj(open.view, "close")) || (submitLabel ? "Cancel" : "Close")}
          </button>
          {submitLabel && (
            <button type="submit" class="button button-primary" aria-busy={busy} disabled={busy}>
              {submitLabel}
            </button>
          )}
        </footer>
      </form>
    </Dialog>
  );
}
