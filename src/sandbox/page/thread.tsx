import type { Conversation } from "../control.ts";
import { Composer } from "./composer.tsx";
import { titleOf } from "./conversations.ts";
import { Icon } from "./icons.tsx";
import { MessageList } from "./messages.tsx";
import { useSend } from "./send.ts";

interface Props {
  conversation: Conversation;
  /** The thread's first message. */
  ts: string;
  onClose: () => void;
}

export function Thread({ conversation, ts, onClose }: Props) {
  const { text, setText, send, notices } = useSend(conversation, ts);
  const messages = conversation.messages.filter((message) => message.ts === ts || message.threadTs === ts);
  return (
    <aside class="aside" aria-label="Thread">
      <header class="head">
        <h2>Thread</h2>
        <span class="head-note">{titleOf(conversation)}</span>
        <button type="button" class="icon-button" aria-label="Close thread" onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <MessageList conversation={conversation} messages={messages} notices={notices} />
      <Composer key={ts} conversation={conversation} text={text} setText={setText} send={send} inThread />
    </aside>
  );
}
