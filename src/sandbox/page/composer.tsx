import { useEffect, useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Conversation, State } from "../control.ts";
import { titleOf } from "./conversations.ts";
import { Icon } from "./icons.tsx";
import { Menu } from "./menu.tsx";
import { useWorkspace } from "./workspace.tsx";

interface Props {
  conversation: Conversation;
  text: string;
  setText: (text: string) => void;
  send: () => Promise<void>;
  /** Slack has no app commands in threads. */
  inThread?: boolean;
  /** Takes the focus whenever this changes. */
  focus?: number;
}

type Command = State["commands"][number];

export function Composer({ conversation, text, setText, send, inThread = false, focus = 0 }: Props) {
  const { state } = useWorkspace();
  const box = useRef<HTMLTextAreaElement>(null);
  const [at, setAt] = useState(0);
  const [closed, setClosed] = useState(false);
  const id = useId();
  const offers = closed || inThread ? [] : offered(state.commands, text);
  const active = offers[Math.min(at, offers.length - 1)];
  const hint = inThread ? undefined : state.commands.find(({ command }) => text.startsWith(`${command} `));
  const name = inThread ? "Reply" : `Message ${titleOf(conversation)}`;

  useGrowing(box, text);
  useEffect(() => {
    if (focus) box.current?.focus();
  }, [focus]);
  const write = (next: string) => {
    setText(next);
    setAt(0);
    setClosed(false);
  };
  const complete = ({ command }: Command) => {
    write(`${command} `);
    box.current?.focus();
  };
  const keyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const sends = event.key === "Enter" && !event.shiftKey;
    if (active && step) setAt((Math.min(at, offers.length - 1) + step + offers.length) % offers.length);
    else if (active && (event.key === "Tab" || (sends && active.command !== text))) complete(active);
    else if (active && event.key === "Escape") setClosed(true);
    else if (sends) void send();
    else return;
    event.preventDefault();
  };

  return (
    <div class="composer">
      {offers.length > 0 && <Offers id={id} offers={offers} active={active} pick={complete} />}
      {hint && (
        <p class="composer-hint">
          <b>{hint.command}</b> {hint.usageHint} <span>{hint.description}</span>
        </p>
      )}
      <div class="composer-box">
        <textarea
          ref={box}
          rows={1}
          aria-label={name}
          placeholder={name}
          aria-autocomplete="list"
          aria-controls={offers.length ? `${id}-offers` : undefined}
          aria-activedescendant={active ? `${id}-${active.command.slice(1)}` : undefined}
          value={text}
          onInput={(event) => write(event.currentTarget.value)}
          onKeyDown={keyDown}
        />
        <div class="composer-tools">
          {!inThread && <Shortcuts />}
          <button
            type="button"
            class="send"
            aria-label="Send"
            disabled={!text.trim()}
            onClick={() => void send()}
          >
            <Icon name="send" />
          </button>
        </div>
      </div>
    </div>
  );
}

function offered(commands: Command[], text: string): Command[] {
  if (!/^\/\S*$/.test(text)) return [];
  return commands.filter(({ command }) => command.startsWith(text.toLowerCase()));
}

interface OffersProps {
  id: string;
  offers: Command[];
  active: Command | undefined;
  pick: (command: Command) => void;
}

function Offers({ id, offers, active, pick }: OffersProps) {
  return (
    <div class="offers" id={`${id}-offers`} role="listbox" aria-label="Commands">
      {offers.map((offer) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the composer holds the focus and takes the keys
        // biome-ignore lint/a11y/useFocusableInteractive: reached through aria-activedescendant
        <div
          key={offer.command}
          id={`${id}-${offer.command.slice(1)}`}
          role="option"
          class="offer"
          aria-selected={offer === active}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => pick(offer)}
        >
          <b>{offer.command}</b> <span>{offer.usageHint}</span>
          <small>{offer.description}</small>
        </div>
      ))}
    </div>
  );
}

function Shortcuts() {
  const { state, act, say } = useWorkspace();
  const run = async (callbackId: string) => {
    const outcome = await act("shortcut", { callbackId });
    if (!outcome.ok) say(outcome.error ?? "That did not work.");
  };
  const items = state.shortcuts
    .filter(({ type }) => type === "global")
    .map(({ callbackId, name, description }) => ({
      key: callbackId,
      label: name,
      description,
      pick: () => void run(callbackId),
    }));
  if (items.length === 0) return null;
  return <Menu label="Shortcuts" heading="Shortcuts" face={<Icon name="plus" />} items={items} />;
}

/** As high as its text, up to what the stylesheet allows. */
function useGrowing(box: { current: HTMLTextAreaElement | null }, text: string) {
  useLayoutEffect(() => {
    if (!box.current) return;
    box.current.style.height = "auto";
    box.current.style.height = `${box.current.scrollHeight}px`;
  }, [text]);
}
