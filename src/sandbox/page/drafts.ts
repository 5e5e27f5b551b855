import { useEffect, useRef, useState } from "preact/hooks";
import type { Json } from "../control.ts";
import { bareValue } from "./elements/value.ts";
import { useWorkspace } from "./workspace.tsx";

interface Draft {
  blockId: string;
  actionId: string;
  value: Json;
  /** Already on its way to the server. */
  sent: boolean;
}

const TYPING_MS = 300;

export interface Drafts {
  value: (blockId: string, actionId: string) => Json | undefined;
  put: (blockId: string, actionId: string, value: Json, typing: boolean) => void;
  /** Shows a value until `release`, without sending it. */
  keep: (blockId: string, actionId: string, value: Json) => void;
  release: () => void;
  /** Sends what is not sent yet; resolves when the server has everything. */
  flush: () => Promise<void>;
}

/**
 * What a person has put into a view and the server may not have yet. It stands before the server's values until the
 * server, asked after it was told, has the same; so neither a redraw nor a lost connection takes a word away.
 */
export function useDrafts(view: string): Drafts {
  const { act } = useWorkspace();
  const [, setRound] = useState(0);
  const drafts = useRef(new Map<string, Draft>()).current;
  const queue = useRef<Promise<void>>(Promise.resolve());
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const redraw = () => setRound((round) => round + 1);
  const keyOf = (blockId: string, actionId: string) => `${blockId}\n${actionId}`;

  const send = async (key: string, draft: Draft) => {
    const outcome = await act("input", { view, blockId: draft.blockId, value: bareValue(draft.value) });
    if (!outcome.ok) draft.sent = false;
    else if (drafts.get(key) === draft) drafts.delete(key);
  };
  const flush = (): Promise<void> => {
    clearTimeout(timer.current);
    for (const [key, draft] of drafts) {
      if (draft.sent) continue;
      draft.sent = true;
      // One after the other: the last word typed must be the last one stored.
      queue.current = queue.current.then(() => send(key, draft));
    }
    return queue.current;
  };
  const hold = (blockId: string, actionId: string, value: Json, sent: boolean) => {
    drafts.set(keyOf(blockId, actionId), { blockId, actionId, value, sent });
    redraw();
  };
  const put = (blockId: string, actionId: string, value: Json, typing: boolean) => {
    hold(blockId, actionId, value, false);
    clearTimeout(timer.current);
    if (typing) timer.current = setTimeout(flush, TYPING_MS);
    else void flush();
  };
  useEffect(() => () => void flush(), []);

  return {
    value: (blockId, actionId) => drafts.get(keyOf(blockId, actionId))?.value,
    put,
    keep: (blockId, actionId, value) => hold(blockId, actionId, value, true),
    release: () => {
      for (const [key, draft] of drafts) if (draft.sent) drafts.delete(key);
      redraw();
    },
    flush,
  };
}
