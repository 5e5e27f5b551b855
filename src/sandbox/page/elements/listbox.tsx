import type { ComponentChildren } from "preact";
import { Avatar } from "../avatar.tsx";
import { Icon } from "../icons.tsx";
import type { Group, Option } from "./options.ts";

/** One of several chosen options. */
export function Chip({ option, onRemove }: { option: Option; onRemove: () => void }) {
  return (
    <span class="chip">
      {option.avatar && <Avatar id={option.avatar} size={18} />}
      {option.label}
      <button type="button" aria-label={`Remove ${option.label}`} onClick={onRemove}>
        <Icon name="close" size={12} />
      </button>
    </span>
  );
}

interface ListProps {
  id: string;
  label: string;
  multi: boolean;
  groups: Group[];
  active: Option | undefined;
  chosen: Option[];
  pick: (option: Option) => void;
  children: ComponentChildren;
}

/** What a combobox offers; the focus stays in its input. */
export function Listbox({ id, label, multi, groups, active, chosen, pick, children }: ListProps) {
  return (
    // A press must not take the focus from the input, which closes the list.
    <div
      id={`${id}-list`}
      role="listbox"
      aria-label={label}
      aria-multiselectable={multi}
      onPointerDown={(e) => e.preventDefault()}
      onMouseDown={(e) => e.preventDefault()}
    >
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset has no place in a listbox
        <div key={group.label} role="group" aria-label={group.label || undefined}>
          {group.label && <p class="options-group">{group.label}</p>}
          {group.options.map((option) => {
            const has = chosen.some(({ key }) => key === option.key);
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox holds the focus and takes the keys
              // biome-ignore lint/a11y/useFocusableInteractive: reached through aria-activedescendant
              <div
                key={option.key}
                id={`${id}-${option.key}`}
                role="option"
                class="option"
                aria-selected={has}
                data-active={option === active || undefined}
                ref={(element) => {
                  if (option === active) element?.scrollIntoView({ block: "nearest" });
                }}
                onClick={() => pick(option)}
              >
                {option.avatar && <Avatar id={option.avatar} size={22} />}
                <span>
                  {option.label}
                  {option.description && <small>{option.description}</small>}
                </span>
                {has && <Icon name="check" size={16} />}
              </div>
            );
          })}
        </div>
      ))}
      {children}
    </div>
  );
}
