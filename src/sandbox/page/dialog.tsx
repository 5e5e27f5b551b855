import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

interface Props {
  labelledBy: string;
  class: string;
  role?: "dialog" | "alertdialog";
  onClose: () => void;
  children: ComponentChildren;
}

const FIRST = "[data-first] :is(input, textarea, button, a[href])";

/** The browser's own modal dialog: it keeps the focus inside and returns it when it goes. */
export function Dialog({ labelledBy, class: name, role = "dialog", onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    element?.querySelector<HTMLElement>(FIRST)?.focus();
    return () => {
      element?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  const leave = (event: Event) => {
    event.preventDefault();
    onClose();
  };
  return (
    <dialog
      ref={dialog}
      class={name}
      role={role === "dialog" ? undefined : role}
      aria-modal="true"
      aria-labelledby={labelledBy}
      onKeyDown={(event) => event.key === "Escape" && leave(event)}
      onCancel={leave}
    >
      {children}
    </dialog>
  );
}
