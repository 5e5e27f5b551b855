import { useWorkspace } from "./workspace.tsx";

/** Who says what no person and no app says: that a command failed. */
export const WORKSPACE_NAME = "Workspace";

/** Up to two letters of a Latin name; a Chinese name's given part, as its people abbreviate it. */
function initials(name: string): string {
  if (/\p{Script=Han}/u.test(name)) return [...name.replaceAll(/\s/g, "")].slice(-1).join("");
  const parts = name.split(/\s+/).filter(Boolean);
  return [parts[0], parts.length > 1 ? parts.at(-1) : ""].map((part) => [...(part ?? "")][0] ?? "").join("");
}

/** Drawn, not fetched: colour and initials. The app has its own face. */
export function Avatar({ id, size = 36 }: { id: string; size?: number }) {
  const { state, person } = useWorkspace();
  const who = person(id);
  const isApp = id === state.app.botUserId || who?.isBot;
  const name = isApp ? state.app.name : (who?.realName ?? WORKSPACE_NAME);
  return (
    <span
      class={isApp ? "avatar avatar-app" : "avatar"}
      style={{ width: size, height: size, fontSize: size * 0.4, background: isApp ? undefined : who?.colour }}
      aria-hidden="true"
    >
      {initials(name).toLocaleUpperCase()}
    </span>
  );
}
