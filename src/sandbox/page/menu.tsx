import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import { Popup } from "./popup.tsx";

export interface MenuItem {
  key: string;
  label: ComponentChildren;
  description?: ComponentChildren;
  checked?: boolean;
  pick: () => void;
}

interface Props {
  /** Spoken name of the menu, and of the button when its face is a mere sign. */
  label: string;
  face: ComponentChildren;
  items: MenuItem[];
  class?: string;
  side?: "start" | "end";
  heading?: string;
  disabled?: boolean;
  /** The face says by itself what the button is. */
  spoken?: boolean;
}

/** A button that opens a menu; arrows walk it, Escape returns to the button. */
export function Menu({
  label,
  face,
  items,
  class: name = "icon-button",
  side = "start",
  heading,
  disabled,
  spoken,
}: Props) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        class={name}
        aria-label={spoken ? undefined : label}
        title={name === "icon-button" ? label : undefined}
        aria-haspopup="menu"
        aria-expanded={open}
        disabled={disabled}
        onClick={() => setOpen(!open)}
      >
        {face}
      </button>
      {open && (
        <Popup anchor={button} side={side} onShown={focusFirst} onClose={() => setOpen(false)}>
          {heading && <p class="menu-heading">{heading}</p>}
          <Items label={label} items={items} close={close} />
        </Popup>
      )}
    </>
  );
}

const entriesIn = (menu: HTMLElement) => [...menu.querySelectorAll<HTMLElement>("[role^=menuitem]")];

/** On what is chosen already, else on the first. */
function focusFirst(menu: HTMLElement): void {
  const entries = entriesIn(menu);
  (entries.find((entry) => entry.ariaChecked === "true") ?? entries[0])?.focus();
}

function Items({ label, items, close }: { label: string; items: MenuItem[]; close: () => void }) {
  const list = useRef<HTMLDivElement>(null);
  const walk = (event: KeyboardEvent) => {
    const all = list.current ? entriesIn(list.current) : [];
    const at = all.indexOf(document.activeElement as HTMLElement);
    const steps: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: all.length - 1,
    };
    const to = steps[event.key];
    if (event.key === "Escape" || event.key === "Tab") close();
    else if (to !== undefined) all.at(to % all.length)?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div ref={list} role="menu" aria-label={label} tabIndex={-1} onKeyDown={walk}>
      {items.map(({ key, label: text, description, checked, pick }) => (
        // biome-ignore lint/a11y/useAriaPropsSupportedByRole: a radio item has it; the other gets undefined
        <button
          key={key}
          type="button"
          class="menu-item"
          role={checked === undefined ? "menuitem" : "menuitemradio"}
          aria-checked={checked}
          onClick={() => {
            close();
            pick();
          }}
        >
          <span>{text}</span>
          {description && <small>{description}</small>}
        </button>
      ))}
    </div>
  );
}
