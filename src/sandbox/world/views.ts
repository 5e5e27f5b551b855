import type { Json } from "../control.ts";
import { newId, newSecret } from "../ids.ts";
import { asObjects } from "../json.ts";
import { withIds } from "./elements.ts";
import { tsOf } from "./messages.ts";
import { valuesOf } from "./values.ts";
import type { View, World } from "./world.ts";

export const deepestStack = 3;

export const stackOf = (world: World, user: string): View[] => world.stacks.get(user) ?? [];
export const topOf = (world: World, user: string): View | undefined => stackOf(world, user).at(-1);

export function findView(world: World, id: string): View | undefined {
  for (const stack of world.stacks.values()) for (const view of stack) if (view.id === id) return view;
  return undefined;
}

export function findExternalView(world: World, externalId: string): View | undefined {
  for (const stack of world.stacks.values())
    for (const view of stack) if (view.view["external_id"] === externalId) return view;
  return undefined;
}

/** A modal of its own: whatever was open before is gone. */
export function openView(world: World, user: string, view: Json): View {
  world.stacks.set(user, []);
  return pushView(world, user, view);
}

export function pushView(world: World, user: string, view: Json): View {
  const stack = stackOf(world, user);
  const id = newId("V");
  const named = withBlocks(view);
  const opened: View = {
    id,
    user,
    hash: newHash(world),
    view: named,
    values: valuesOf(blocksOf(named), {}),
    errors: {},
    trouble: null,
    waiting: 0,
    rootId: stack[0]?.id ?? id,
    previousId: stack.at(-1)?.id ?? null,
  };
  world.stacks.set(user, [...stack, opened]);
  world.changes.changed([user]);
  return opened;
}

/** What was typed stays where block_id and action_id stay; a preset there is then ignored. */
export function updateView(world: World, shown: View, view: Json): void {
  const named = withBlocks(view);
  Object.assign(shown, { view: named, values: valuesOf(blocksOf(named), shown.values) });
  Object.assign(shown, { hash: newHash(world), errors: {}, trouble: null });
  world.changes.changed([shown.user]);
}

/** Closes a view and whatever lies on it. */
export function closeView(world: World, view: View): void {
  const stack = stackOf(world, view.user);
  const at = stack.indexOf(view);
  if (at < 0) return;
  world.stacks.set(view.user, stack.slice(0, at));
  world.changes.changed([view.user]);
}

export function clearViews(world: World, user: string): void {
  world.stacks.delete(user);
  world.changes.changed([user]);
}

export function publishHome(world: World, user: string, view: Json): View {
  const before = world.homes.get(user);
  const named = withBlocks(view);
  const id = before?.id ?? newId("V");
  const home: View = {
    id,
    user,
    hash: newHash(world),
    view: named,
    values: valuesOf(blocksOf(named), before?.values ?? {}),
    errors: {},
    trouble: null,
    waiting: 0,
    rootId: id,
    previousId: null,
  };
  world.homes.set(user, home);
  world.journal.put(`home/${user}`, home);
  world.changes.changed([user]);
  return home;
}

const blocksOf = (view: Json) => asObjects(view["blocks"]);

const withBlocks = (view: Json): Json => ({ ...view, blocks: withIds(blocksOf(view)) });

const newHash = (world: World) =>
  `${Math.floor(Number(tsOf(world.clock.now().epochMilliseconds)))}.${newSecret().slice(0, 8)}`;
