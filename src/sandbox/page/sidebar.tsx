import { useContext } from "preact/hooks";
import type { Conversation } from "../control.ts";
import { Avatar } from "./avatar.tsx";
import { ConfirmContext } from "./elements/surface.tsx";
import { Icon } from "./icons.tsx";
import { Menu } from "./menu.tsx";
import { useWorkspace } from "./workspace.tsx";

interface Props {
  conversations: Conversation[];
  current: string | undefined;
  onOpen: (conversation: string) => void;
  onActAs: (person: string) => void;
  onClose: () => void;
}

const SECTIONS = [
  { title: "App", kinds: ["app"] },
  { title: "Channels", kinds: ["channel", "private"] },
  { title: "Direct messages", kinds: ["direct"] },
];

export function Sidebar({ conversations, current, onOpen, onActAs, onClose }: Props) {
  return (
    <>
      <button type="button" class="scrim" aria-label="Close menu" tabIndex={-1} onClick={onClose} />
      <nav class="sidebar" aria-label="Workspace">
        <ActAs onActAs={onActAs} />
        <div class="sidebar-lists">
          {SECTIONS.map(({ title, kinds }) => {
            const members = conversations.filter(({ kind }) => kinds.includes(kind));
            if (members.length === 0) return null;
            return (
              <section key={title} aria-label={title}>
                <h2>{title}</h2>
                <ul>
                  {members.map((conversation) => (
                    <li key={conversation.id}>
                      <Entry
                        conversation={conversation}
                        current={conversation.id === current}
                        onOpen={onOpen}
                      />
                    </li>
                  ))}
                </ul>
              </section>
            );
          })}
        </div>
        <StartOver />
      </nav>
    </>
  );
}

/** The workspace has no passwords: one switch puts a person in anybody's place. */
function ActAs({ onActAs }: { onActAs: (person: string) => void }) {
  const { state } = useWorkspace();
  const { me } = state;
  const people = state.people.filter((person) => !person.isBot && !person.deleted);
  const face = (
    <>
      <Avatar id={me.id} size={34} />
      <span class="act-as-name">
        <small>Acting as</small>
        <b>{me.realName}</b>
        <small>{me.title}</small>
      </span>
      <Icon name="sort" size={16} />
    </>
  );
  return (
    <Menu
      label="Act as"
      spoken
      class="act-as"
      heading="See the workspace as"
      face={face}
      items={people.map(({ id, realName, title }) => ({
        key: id,
        label: (
          <span class="person">
            <Avatar id={id} size={30} />
            <span>
              {realName}
              <small>{title}</small>
            </span>
          </span>
        ),
        checked: id === me.id,
        pick: () => onActAs(id),
      }))}
    />
  );
}

interface EntryProps {
  conversation: Conversation;
  current: boolean;
  onOpen: (id: string) => void;
}

function Entry({ conversation, current, onOpen }: EntryProps) {
  const { state } = useWorkspace();
  const { id, kind, name, unread } = conversation;
  const unreadCount = current ? 0 : unread;
  const sign = {
    channel: <Icon name="hash" size={16} />,
    private: <Icon name="lock" size={16} />,
    direct: <Avatar id={conversation.with ?? ""} size={20} />,
    app: <Avatar id={state.app.botUserId} size={20} />,
  }[kind];
  return (
    <button
      type="button"
      class="entry"
      data-unread={unreadCount > 0}
      aria-current={current ? "page" : undefined}
      onClick={() => onOpen(id)}
    >
      {sign}
      <span class="entry-name">{name}</span>
      {kind === "app" && <Presence connected={state.app.connected} />}
      {unreadCount > 0 && (
        <span class="badge">
          {unreadCount}
          <span class="unseen"> unread</span>
        </span>
      )}
    </button>
  );
}

function Presence({ connected }: { connected: boolean }) {
  return (
    <span class="presence" data-on={connected} title={connected ? "Connected" : "Not connected"}>
      <span class="unseen">{connected ? ", connected" : ", not connected"}</span>
    </span>
  );
}

const EMPTY = {
  title: { text: "Start over?" },
  text: { text: "Messages, forms and files go. What the app itself has stored stays." },
  confirm: { text: "Start over" },
  deny: { text: "Keep everything" },
  style: "danger",
};

function StartOver() {
  const { act, say } = useWorkspace();
  const ask = useContext(ConfirmContext);
  const start = async () => {
    if (!(await ask(EMPTY))) return;
    const outcome = await act("reset", {});
    say(outcome.ok ? "The workspace is empty again." : (outcome.error ?? "That did not work."));
  };
  return (
    <button type="button" class="entry start-over" onClick={start}>
      <Icon name="restart" size={16} />
      <span class="entry-name">Start over</span>
    </button>
  );
}
