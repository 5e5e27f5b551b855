import { useEffect, useState } from "preact/hooks";
import { Clock } from "./clock.tsx";
import { Icon } from "./icons.tsx";
import { useWorkspace } from "./workspace.tsx";

interface Props {
  calls: boolean;
  setCalls: (open: boolean) => void;
  drawer: boolean;
  setDrawer: (open: boolean) => void;
}

/** The stage manager's desk: what Slack does not have stands here, apart from what it has. */
export function TopBar({ calls, setCalls, drawer, setDrawer }: Props) {
  const { state, linked } = useWorkspace();
  return (
    <header class="topbar">
      <button
        type="button"
        class="icon-button topbar-menu"
        aria-label="Menu"
        aria-expanded={drawer}
        onClick={() => setDrawer(!drawer)}
      >
        <Icon name="menu" />
      </button>
      <span class="team">{state.team.name}</span>
      <span class="team-note">local workspace</span>
      <span class="link" role="status">
        {linked ? "" : "reconnecting…"}
      </span>
      <Clock />
      <button
        type="button"
        class="topbar-button"
        aria-label="Behind the scenes"
        aria-pressed={calls}
        onClick={() => setCalls(!calls)}
      >
        <Icon name="exchange" />
        <span>Behind the scenes</span>
      </button>
      <Theme />
    </header>
  );
}

const KEPT = "workspace.theme";

function Theme() {
  const [theme, setTheme] = useState(() => localStorage.getItem(KEPT));
  const dark = theme ? theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  useEffect(() => {
    if (theme) document.documentElement.dataset["theme"] = theme;
  }, [theme]);
  const turn = () => {
    const next = dark ? "light" : "dark";
    localStorage.setItem(KEPT, next);
    setTheme(next);
  };
  return (
    <button
      type="button"
      class="icon-button"
      aria-label="Dark theme"
      aria-pressed={dark}
      title="Light or dark"
      onClick={turn}
    >
      <Icon name={dark ? "sun" : "moon"} />
    </button>
  );
}
