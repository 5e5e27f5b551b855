import { useMemo } from "preact/hooks";
import type { Message } from "../control.ts";
import { Avatar, WORKSPACE_NAME } from "./avatar.tsx";
import { Blocks } from "./blocks/blocks.tsx";
import { useLocalSurface } from "./elements/local.ts";
import { SurfaceContext } from "./elements/surface.tsx";
import { Icon } from "./icons.tsx";
import { Menu } from "./menu.tsx";
import { sentAt, say as speak, TIME } from "./text/dates.ts";
import { mrkdwn } from "./text/mrkdwn.ts";
import { Parts } from "./text/text.tsx";
import { useWorkspace, type Workspace } from "./workspace.tsx";

interface Props {
  message: Message;
  channel: string;
  /** Follows another of the same person at once: face and name are not repeated. */
  grouped: boolean;
  replies: Message[];
  onThread?: ((ts: string) => void) | undefined;
}

const authorOf = ({ state, person }: Workspace, { user, fromApp }: Message): string =>
  fromApp ? state.app.name : (person(user)?.realName ?? WORKSPACE_NAME);

export function MessageView({ message, channel, grouped, replies, onThread }: Props) {
  const workspace = useWorkspace();
  const { state, reader } = workspace;
  const { ts, ephemeral, edited, fromApp, user } = message;
  const surface = useLocalSurface({ message: { channel, ts } });
  const author = authorOf(workspace, message);
  const time = <Time ts={ts} />;
  return (
    <article
      class="message"
      data-grouped={grouped}
      data-ephemeral={ephemeral}
      aria-label={`${author}, ${speak(reader, sentAt(ts), TIME)}`}
    >
      <div class="message-margin">
        {grouped ? time : <Avatar id={fromApp ? state.app.botUserId : user} />}
      </div>
      <div class="message-body">
        {ephemeral && (
          <p class="only-you">
            <Icon name="eye" size={14} /> Only visible to you
          </p>
        )}
        {!grouped && (
          <p class="message-head">
            <b>{author}</b>
            {fromApp && <span class="app-badge">APP</span>}
            {time}
          </p>
        )}
        <SurfaceContext.Provider value={surface}>
          <Content message={message} />
        </SurfaceContext.Provider>
        {edited && <span class="edited">(edited)</span>}
        {replies.length > 0 && onThread && <Replies replies={replies} onOpen={() => onThread(ts)} />}
      </div>
      {!ephemeral && <Tools message={message} channel={channel} onThread={onThread} />}
    </article>
  );
}

function Content({ message: { blocks, text } }: { message: Message }) {
  const parts = useMemo(() => mrkdwn(text), [text]);
  return blocks.length > 0 ? <Blocks blocks={blocks} /> : <Parts parts={parts} />;
}

function Time({ ts }: { ts: string }) {
  const { reader } = useWorkspace();
  const when = sentAt(ts);
  const whole = speak(reader, when, { dateStyle: "full", timeStyle: "short" });
  return (
    <time dateTime={when.toISOString()} title={whole}>
      {speak(reader, when, TIME)}
    </time>
  );
}

function Replies({ replies, onOpen }: { replies: Message[]; onOpen: () => void }) {
  const { state, reader } = useWorkspace();
  const people = [...new Set(replies.map(({ user, fromApp }) => (fromApp ? state.app.botUserId : user)))];
  const last = sentAt(replies.at(-1)?.ts ?? "0");
  return (
    <button type="button" class="replies" onClick={onOpen}>
      {people.slice(0, 4).map((id) => (
        <Avatar key={id} id={id} size={20} />
      ))}
      <b>{replies.length === 1 ? "1 reply" : `${replies.length} replies`}</b>
      <small>last at {speak(reader, last, TIME)}</small>
    </button>
  );
}

function Tools({ message, channel, onThread }: Pick<Props, "message" | "channel" | "onThread">) {
  const { state, act, say } = useWorkspace();
  const shortcuts = state.shortcuts.filter(({ type }) => type === "message");
  const run = async (callbackId: string) => {
    const outcome = await act("shortcut", { callbackId, message: { channel, ts: message.ts } });
    if (!outcome.ok) say(outcome.error ?? "That did not work.");
  };
  const items = shortcuts.map(({ callbackId, name, description }) => ({
    key: callbackId,
    label: name,
    description,
    pick: () => void run(callbackId),
  }));
  return (
    <div class="tools">
      {onThread && (
        <button
          type="button"
          class="icon-button"
          aria-label="Reply in thread"
          title="Reply in thread"
          onClick={() => onThread(message.ts)}
        >
          <Icon name="reply" />
        </button>
      )}
      {items.length > 0 && (
        <Menu
          label="Message shortcuts"
          heading="Message shortcuts"
          face={<Icon name="more" />}
          items={items}
          side="end"
        />
      )}
    </div>
  );
}
