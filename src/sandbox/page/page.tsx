import { useCallback, useEffect, useState } from "preact/hooks";
import type { State } from "../control.ts";
import { Calls } from "./calls.tsx";
import { ConfirmProvider } from "./confirm.tsx";
import { ConversationView } from "./conversation.tsx";
import { allConversations, openedConversation } from "./conversations.ts";
import { Modal } from "./modal.tsx";
import { type Route, useRoute } from "./route.ts";
import { Sidebar } from "./sidebar.tsx";
import { Thread } from "./thread.tsx";
import { Toast, useToast } from "./toast.tsx";
import { TopBar } from "./topbar.tsx";
import { useLiveState, useWorkspaceOf, WorkspaceContext } from "./workspace.tsx";

export function Page() {
  const [route, go] = useRoute();
  const { state, linked, refresh } = useLiveState(route.as);

  useEffect(() => {
    if (state && state.me.id !== route.as) go({ as: state.me.id }, true);
  }, [state?.me.id]);

  if (!state) {
    return (
      <main class="waiting" role="status">
        {linked ? "Opening the workspace…" : "The workspace does not answer. Reconnecting…"}
      </main>
    );
  }
  return <Desk key={state.me.id} state={state} linked={linked} refresh={refresh} route={route} go={go} />;
}

interface DeskProps {
  state: State;
  linked: boolean;
  refresh: () => Promise<void>;
  route: Route;
  go: ReturnType<typeof useRoute>[1];
}

function Desk({ state, linked, refresh, route, go }: DeskProps) {
  const [toast, say] = useToast();
  const workspace = useWorkspaceOf(state, linked, refresh, say);
  const [drawer, setDrawer] = useState(false);
  const [calls, setCalls] = useState(false);
  const { views, team } = state;
  const conversations = allConversations(state);
  const conversation = openedConversation(conversations, route.in);
  const view = views.at(-1);
  const unread = conversations.reduce((sum, { unread }) => sum + unread, 0);

  useEffect(() => {
    document.title = `${unread ? `(${unread}) ` : ""}${conversation?.name ?? "Workspace"} · ${team.name}`;
  }, [unread, conversation?.name, team.name]);

  const openConversation = useCallback(
    (id: string) => {
      setDrawer(false);
      go({ in: id, thread: null, tab: null });
    },
    [go],
  );
  const act = useCallback((as: string) => go({ as, thread: null }), [go]);

  return (
    <WorkspaceContext.Provider value={workspace}>
      <ConfirmProvider>
        <div class={`page ${drawer ? "page-drawer" : ""}`}>
          <TopBar calls={calls} setCalls={setCalls} setDrawer={setDrawer} drawer={drawer} />
          <Sidebar
            conversations={conversations}
            current={conversation?.id}
            onOpen={openConversation}
            onActAs={act}
            onClose={() => setDrawer(false)}
          />
          {conversation && (
            <ConversationView key={conversation.id} conversation={conversation} route={route} go={go} />
          )}
          {conversation && route.thread && (
            <Thread conversation={conversation} ts={route.thread} onClose={() => go({ thread: null })} />
          )}
          {calls && <Calls onClose={() => setCalls(false)} />}
        </div>
        {view && <Modal key={view.id} open={view} depth={views.length} />}
        <Toast toast={toast} />
      </ConfirmProvider>
    </WorkspaceContext.Provider>
  );
}
