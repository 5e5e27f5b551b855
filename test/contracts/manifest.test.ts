import { WebClient } from "@slack/web-api";
import { expect, test } from "vitest";
import { readManifestFile } from "../../src/sandbox/index.ts";
import { EVENTS, METHODS, TRACES } from "./manifest.needs.ts";
import { whatIsRegistered } from "./registered.ts";
import { programSources } from "./sources.ts";

const manifest = await readManifestFile("manifest.yml");
const registered = whatIsRegistered();
const sources = await programSources();
const scopes = manifest.oauth_config.scopes.bot;
const sorted = (names: Iterable<unknown>) => [...new Set([...names].map(String))].sort();

/** As the manifest calls it: Rapport reads only direct messages. */
const events = registered.event.map((type) => (type === "message" ? "message.im" : type));

test("every command people can type is answered, and every answered command can be typed", () => {
  expect(registered.command.length).toBeGreaterThan(0);
  expect(sorted(manifest.features.slash_commands.map(({ command }) => command))).toEqual(
    sorted(registered.command),
  );
});

test("every shortcut in the menu is answered, and every answered shortcut is in the menu", () => {
  expect(sorted(manifest.features.shortcuts.map((each) => each.callback_id))).toEqual(
    sorted(registered.shortcut),
  );
});

test("Slack tells us of every event we act on, and of no other", () => {
  expect(events.length).toBeGreaterThan(0);
  expect(sorted(manifest.settings.event_subscriptions.bot_events)).toEqual(sorted(events));
});

test("there is a Home tab exactly when something is drawn on it", () => {
  expect(manifest.features.app_home.home_tab_enabled).toBe(events.includes("app_home_opened"));
});

test("buttons and forms reach us", () => {
  expect(registered.action.length + registered.view.length).toBeGreaterThan(0);
  expect(manifest.settings.interactivity.is_enabled).toBe(true);
  expect(manifest.settings.socket_mode_enabled).toBe(true);
});

test("people can write to the app: the messages tab is there and takes input", () => {
  const { messages_tab_enabled, messages_tab_read_only_enabled } = manifest.features.app_home;
  expect({ messages_tab_enabled, messages_tab_read_only_enabled }).toEqual({
    messages_tab_enabled: true,
    messages_tab_read_only_enabled: false,
  });
});

test("in every command a mention arrives as a person, not as text", () => {
  const asText = manifest.features.slash_commands.filter((command) => !command.should_escape);
  expect(asText.map(({ command }) => command)).toEqual([]);
});

test("the description is as long as Slack asks for", () => {
  const said = manifest.display_information.long_description ?? "";
  expect(said.length).toBeGreaterThanOrEqual(174);
  expect(said.length).toBeLessThanOrEqual(4000);
});

test("every method of Slack that is called has the scope it needs", () => {
  const calls = methodsCalled();
  expect(calls).toContain("chat.postMessage");
  expect(
    calls.filter((method) => !(method in METHODS)),
    "not in manifest.needs.ts",
  ).toEqual([]);
  const needed = calls.map((method) => METHODS[method]?.scope ?? "").filter((scope) => scope !== "");
  expect(sorted(needed).filter((scope) => !scopes.includes(scope))).toEqual([]);
});

test("every event we are told of has the scope it needs", () => {
  const told = manifest.settings.event_subscriptions.bot_events;
  expect(
    told.filter((event) => !(event in EVENTS)),
    "not in manifest.needs.ts",
  ).toEqual([]);
  const needed = told.map((event) => EVENTS[event] ?? "").filter((scope) => scope !== "");
  expect(sorted(needed).filter((scope) => !scopes.includes(scope))).toEqual([]);
});

test("every scope asked for is used: by a call, an event or a trace in the code", () => {
  const used = new Set<string | null | undefined>([
    ...methodsCalled().map((method) => METHODS[method]?.scope),
    ...events.map((event) => EVENTS[String(event)]),
    ...Object.keys(TRACES).filter((scope) => sources.some(({ code }) => TRACES[scope]?.pattern.test(code))),
  ]);
  expect(
    scopes.filter((scope) => !used.has(scope)),
    "scopes nobody uses",
  ).toEqual([]);
  const granted = Object.keys(TRACES).filter((scope) => used.has(scope) && !scopes.includes(scope));
  expect(granted, "scopes the code needs").toEqual([]);
});

test("a scope is asked for once", () => {
  expect(scopes).toEqual([...new Set(scopes)]);
});

/** Methods of the Web API that the program calls, found by the names Slack's own client has. */
function methodsCalled(): string[] {
  const all = methodsOf(new WebClient() as unknown as Record<string, unknown>);
  const code = sources.map((source) => source.code).join("\n");
  return all.filter((method) =>
    new RegExp(`\\.\\s*${method.replaceAll(".", "\\s*\\.\\s*")}\\s*\\(`).test(code),
  );
}

function methodsOf(room: Record<string, unknown>, path = ""): string[] {
  return Object.entries(room).flatMap(([name, value]) => {
    if (name.startsWith("_") || (path === "" && ITS_OWN.has(name))) return [];
    if (typeof value === "function") return path === "" ? [] : [`${path}${name}`];
    return typeof value === "object" && value !== null
      ? methodsOf(value as Record<string, unknown>, `${path}${name}.`)
      : [];
  });
}

/** What the client needs for itself. */
const ITS_OWN = new Set(["logger", "requestQueue", "retryConfig", "defaultHeaders"]);
