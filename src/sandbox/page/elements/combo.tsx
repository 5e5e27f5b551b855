import { useId, useRef, useState } from "preact/hooks";
import { Icon } from "../icons.tsx";
import { Popup } from "../popup.tsx";
import { Chip, Listbox } from "./listbox.tsx";
import type { Group, Option } from "./options.ts";

export interface Found {
  groups: Group[];
  /** Said in place of options: "Searching…", "No results". */
  note: string;
}

interface Props {
  id: string | undefined;
  label: string;
  placeholder: string;
  multi: boolean;
  chosen: Option[];
  onChange: (chosen: Option[]) => void;
  /** What to offer for a query; called while the list is open. */
  useOptions: (query: string, open: boolean) => Found;
  clearable: boolean;
  describedBy: string | undefined;
  invalid: boolean;
  disabled?: boolean;
}

/** An editable combobox for every select of Block Kit, single or with chips. */
export function Combo(props: Props) {
  const { label, multi, chosen, onChange, useOptions } = props;
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const { groups, note } = useOptions(query, open);
  const flat = groups.flatMap(({ options }) => options);
  const active = flat[Math.min(at, flat.length - 1)];

  const show = (shown: boolean) => {
    setOpen(shown);
    setQuery("");
    setAt(0);
  };
  const pick = (option: Option) => {
    const has = chosen.some(({ key }) => key === option.key);
    const rest = chosen.filter(({ key }) => key !== option.key);
    onChange(multi ? (has ? rest : [...chosen, option]) : [option]);
    if (multi) setQuery("");
    else show(false);
    input.current?.focus();
  };
  const keyDown = (event: KeyboardEvent) => {
    const handled = handleKey(event, {
      open,
      multi,
      query,
      flat,
      active,
      chosen,
      at,
      setAt,
      show,
      pick,
      onChange,
    });
    if (!handled) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const single = multi ? "" : (chosen[0]?.label ?? "");

  return (
    <div class="combo" ref={box} aria-invalid={props.invalid} data-disabled={props.disabled}>
      {multi &&
        chosen.map((option) => <Chip key={option.key} option={option} onRemove={() => pick(option)} />)}
      <input
        ref={input}
        id={props.id}
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        aria-label={label}
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-activedescendant={open && active ? `${id}-${active.key}` : undefined}
        aria-describedby={props.describedBy}
        aria-invalid={props.invalid}
        disabled={props.disabled}
        placeholder={single || (multi && chosen.length ? "" : props.placeholder)}
        value={open ? query : single}
        onClick={() => !open && show(true)}
        onInput={(event) => {
          if (!open) setOpen(true);
          setQuery(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={keyDown}
        onBlur={(event) => !box.current?.contains(event.relatedTarget as Node | null) && show(false)}
      />
      {props.clearable && single && !open && (
        <button type="button" class="combo-clear" aria-label={`Clear ${label}`} onClick={() => onChange([])}>
          <Icon name="close" size={14} />
        </button>
      )}
      <Icon name="down" size={16} />
      {open && (
        <Popup anchor={box} fit onClose={() => show(false)} class="options">
          <Listbox
            id={id}
            label={label}
            multi={multi}
            groups={groups}
            active={active}
            chosen={chosen}
            pick={pick}
          >
            {note && <p class="options-note">{note}</p>}
          </Listbox>
        </Popup>
      )}
    </div>
  );
}

interface Keys extends Pick<Props, "multi" | "chosen" | "onChange"> {
  open: boolean;
  query: string;
  flat: Option[];
  active: Option | undefined;
  at: number;
  setAt: (at: number) => void;
  show: (open: boolean) => void;
  pick: (option: Option) => void;
}

/** True when the key was meant for the list. */
function handleKey(event: KeyboardEvent, keys: Keys): boolean {
  const { open, flat, active, at, setAt, show, pick } = keys;
  if (event.isComposing) return false;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    const step = event.key === "ArrowDown" ? 1 : -1;
    if (!open) show(true);
    else if (flat.length) setAt((Math.min(at, flat.length - 1) + step + flat.length) % flat.length);
    return true;
  }
  if (event.key === "Backspace" && keys.multi && !keys.query && keys.chosen.length) {
    keys.onChange(keys.chosen.slice(0, -1));
    return true;
  }
  if (!open) return false;
  if (event.key === "Escape") show(false);
  else if (event.key === "Enter" && active) pick(active);
  else return event.key === "Enter";
  return true;
}
