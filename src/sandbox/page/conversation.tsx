import { useEffect, useRef, useState } from "preact/hooks";
import type { Conversation } from "../control.ts";
import { Avatar } from "./avatar.tsx";
import { Composer } from "./composer.tsx";
import { titleOf } from "./conversations.ts";
import { Home } from "./home.tsx";
import { Icon } from "./icons.tsx";
import { isReply, MessageList } from "./messages.tsx";
import type { Route, useRoute } from "./route.ts";
import { useSend } from "./send.ts";
import { say as speak, TIME } from "./text/dates.ts";
import { useWorkspace } from "./workspace.tsx";

interface Props {
  conversation: Conversation;
  route: Route;
  go: ReturnType<typeof useRoute>[1];
}

export function ConversationView({ conversation, route, go }: Props) {
  const { act, state } = useWorkspace();
  const { id, kind, unread, messages } = conversation;
  const hasTabs = kind === "app" && state.app.hasHome;
  const home = hasTabs && route.tab === "home";
  const { text, setText, send, notices } = useSend(conversation, null);
  const [asked, setAsked] = useState(0);

  // An app hears that its conversation was opened, whether or not something was unread.
  const toldApp = useRef(kind !== "app");
  useEffect(() => {
    if (home || (unread === 0 && toldApp.current)) return;
    toldApp.current = true;
    void act("read", { channel: id });
  }, [id, unread, home]);
  const suggestText = (suggested: string) => {
    setText(suggested);
    setAsked((count) => count + 1);
  };

  return (
    <main class="conversation" aria-label={titleOf(conversation)}>
      <Head conversation={conversation} />
      {hasTabs && <Tabs home={home} go={go} />}
      {home ? (
        <Home />
      ) : (
        <>
          <MessageList
            conversation={conversation}
            messages={messages.filter((message) => !isReply(message))}
            notices={notices}
            onThread={(ts) => go({ thread: ts })}
            empty={<Beginning conversation={conversation} onTry={suggestText} />}
          />
          <Composer
            key={id}
            conversation={conversation}
            text={text}
            setText={setText}
            send={send}
            focus={asked}
          />
        </>
      )}
    </main>
  );
}

function Head({ conversation }: { conversation: Conversation }) {
  const { state, reader, person } = useWorkspace();
  const { kind, name, members } = conversation;
  const other = person(conversation.with ?? "");
  const note = {
    channel: `${members.length} members`,
    private: `${members.length} members · private`,
    direct:
      other &&
      [other.title, `${speak({ ...reader, zone: other.timeZone }, reader.now, TIME)} local time`]
        .filter(Boolean)
        .join(" · "),
    app: state.app.connected ? "App" : "App · not connected",
  }[kind];
  const sign = { channel: <Icon name="hash" />, private: <Icon name="lock" />, direct: null, app: null }[
    kind
  ];
  return (
    <header class="head">
      {sign ?? <Avatar id={kind === "app" ? state.app.botUserId : (other?.id ?? "")} size={24} />}
      <h1>{name}</h1>
      <span class="head-note">{note}</span>
    </header>
  );
}

function Tabs({ home, go }: { home: boolean; go: Props["go"] }) {
  const tab = (label: string, selected: boolean, to: Route["tab"]) => (
    <button type="button" role="tab" aria-selected={selected} onClick={() => go({ tab: to, thread: null })}>
      {label}
    </button>
  );
  return (
    <div class="tabs" role="tablist" aria-label="App">
      {tab("Home", home, "home")}
      {tab("Messages", !home, null)}
    </div>
  );
}

const TRIES = 4;

/** What stands in an empty conversation; the app's own commands say what can be tried. */
function Beginning({ conversation, onTry }: { conversation: Conversation; onTry: (text: string) => void }) {
  const { state } = useWorkspace();
  const { kind, name } = conversation;
  const commands = state.commands.slice(0, TRIES);
  return (
    <div class="beginning">
      <Avatar id={kind === "app" ? state.app.botUserId : (conversation.with ?? state.me.id)} size={56} />
      <h2>{kind === "app" ? name : `This is the beginning of ${titleOf(conversation)}`}</h2>
      <p>
        {kind === "app"
          ? "This is where you and the app talk. Nobody else sees it."
          : "Messages here are seen by its members in this local workspace only."}
      </p>
      {commands.length > 0 && (
        <>
          <p class="beginning-try">Try:</p>
          <ul>
            {commands.map(({ command, usageHint, description }) => (
              <li key={command}>
                <button type="button" onClick={() => onTry(`${command} `)}>
                  <b>{command}</b> {usageHint}
                  <small>{description}</small>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
