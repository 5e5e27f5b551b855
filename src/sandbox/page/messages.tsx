import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { Conversation, Message } from "../control.ts";
import { MessageView } from "./message.tsx";
import { dayName, dayOf, type Reader, sentAt } from "./text/dates.ts";
import { useWorkspace } from "./workspace.tsx";

export const isReply = ({ ts, threadTs }: Message): boolean => threadTs !== null && threadTs !== ts;

interface Props {
  conversation: Conversation;
  messages: Message[];
  /** What only this window knows: commands that failed. */
  notices: Message[];
  onThread?: (ts: string) => void;
  empty?: ComponentChildren;
}

const TOGETHER_S = 300;
const NEAR_END_PX = 120;

export function MessageList({ conversation, messages, notices, onThread, empty }: Props) {
  const { state, reader } = useWorkspace();
  const list = useRef<HTMLDivElement>(null);
  const all = [...messages, ...notices].sort((a, b) => Number(a.ts) - Number(b.ts));
  const said = all.findLast((one) => one.user === state.me.id || notices.includes(one));
  useHeldAtEnd(list, said?.ts);

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <div class="messages" ref={list} role="log" aria-label="Messages" tabIndex={0}>
      <div class="messages-inner">
        {all.length === 0 && empty}
        {all.map((message, index) => {
          const before = all[index - 1];
          const newDay = !before || dayOf(reader, sentAt(before.ts)) !== dayOf(reader, sentAt(message.ts));
          return (
            <div key={`${message.ts}${message.user}`}>
              {newDay && <Day reader={reader} when={sentAt(message.ts)} />}
              <MessageView
                message={message}
                channel={conversation.id}
                grouped={!newDay && together(before, message)}
                replies={conversation.messages.filter((one) => isReply(one) && one.threadTs === message.ts)}
                onThread={onThread}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function together(before: Message, message: Message): boolean {
  const close = Number(message.ts) - Number(before.ts) < TOGETHER_S;
  return close && before.user === message.user && before.ephemeral === message.ephemeral;
}

function Day({ reader, when }: { reader: Reader; when: Date }) {
  return (
    <h2 class="day">
      <span>{dayName(reader, when)}</span>
    </h2>
  );
}

/** Stays at the newest message while a person is near it or has just `said` something, and lets go when they read up. */
function useHeldAtEnd(list: { current: HTMLDivElement | null }, said: string | undefined) {
  const held = useRef(true);
  useLayoutEffect(() => {
    const element = list.current;
    const inner = element?.firstElementChild;
    if (!element || !inner) return;
    const hold = () => {
      if (held.current) element.scrollTop = element.scrollHeight;
    };
    const watcher = new ResizeObserver(hold);
    watcher.observe(inner);
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [list]);
  useLayoutEffect(() => {
    held.current = true;
    if (list.current) list.current.scrollTop = list.current.scrollHeight;
  }, [list, said]);
  useEffect(() => {
    const element = list.current;
    let before = 0;
    const scrolled = () => {
      if (!element) return;
      const toEnd = element.scrollHeight - element.scrollTop - element.clientHeight;
      // Only going up lets go: content that grows by itself also leaves the end behind.
      if (toEnd < NEAR_END_PX) held.current = true;
      else if (element.scrollTop < before) held.current = false;
      before = element.scrollTop;
    };
    element?.addEventListener("scroll", scrolled, { passive: true });
    return () => element?.removeEventListener("scroll", scrolled);
  }, [list]);
}
