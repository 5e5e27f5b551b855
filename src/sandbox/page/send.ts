import { useState } from "preact/hooks";
import type { Conversation, Message } from "../control.ts";
import { AWAY } from "./api.ts";
import { useWorkspace } from "./workspace.tsx";

/** Words begun and not sent, by person and place: going elsewhere and back does not lose them. */
const begun = new Map<string, string>();

export function useSend(conversation: Conversation, threadTs: string | null) {
  const { state, act } = useWorkspace();
  const key = [state.me.id, conversation.id, threadTs].join();
  const [text, set] = useState(begun.get(key) ?? "");
  const [notices, setNotices] = useState<Message[]>([]);
  const setText = (next: string) => {
    begun.set(key, next);
    set(next);
  };
  const notice = (sentence: string) => {
    const ts = String(new Date(state.now.instant).getTime() / 1000);
    const said = {
      ts,
      user: "USLACKBOT",
      fromApp: false,
      text: sentence,
      blocks: [],
      threadTs: null,
      edited: false,
    };
    setNotices((before) => [...before, { ...said, ephemeral: true }]);
  };
  const send = async () => {
    const words = text.trim();
    if (!words) return;
    setText("");
    const where = { channel: conversation.id, text: words };
    const isCommand = words.startsWith("/");
    const thread = threadTs ? { threadTs } : {};
    const outcome = await (isCommand ? act("command", where) : act("message", { ...where, ...thread }));
    if (outcome.ok) return;
    notice(outcome.error ?? "That did not work.");
    if (outcome.error === AWAY) setText(words);
  };
  return { text, setText, send, notices };
}
