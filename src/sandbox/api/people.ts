import type { Json } from "../control.ts";
import type { Slack } from "../slack.ts";
import { userJson } from "../world/shapes.ts";
import type { Member } from "../world/world.ts";
import type { Args } from "./args.ts";
import { forBot, holds, paged } from "./method.ts";
import { Refusal } from "./refusal.ts";

export const people = {
  "users.info": forBot(["users:read"], (slack, args) => {
    const person = slack.world.people.get(args.text("user"));
    if (!person) throw new Refusal("user_not_found");
    return { user: seen(slack, args, person) };
  }),
  "users.list": forBot(["users:read"], (slack, args) => {
    const { page, next } = paged(args, [...slack.world.people.values()], 1000, 1000);
    return {
      members: page.map((person) => seen(slack, args, person)),
      cache_ts: Math.floor(Date.now() / 1000),
      response_metadata: { next_cursor: next },
    };
  }),
  "users.lookupByEmail": forBot(["users:read.email"], (slack, args) => {
    const email = args.text("email").toLowerCase();
    const person = [...slack.world.people.values()].find((each) => each.email?.toLowerCase() === email);
    if (!person || person.deleted) throw new Refusal("users_not_found");
    return { user: seen(slack, args, person) };
  }),
  "usergroups.list": forBot(["usergroups:read"], (slack, args) => ({
    usergroups: slack.world.userGroups.map(({ id, handle, name, members }) => ({
      id,
      team_id: slack.world.team.id,
      is_usergroup: true,
      name,
      handle,
      date_delete: 0,
      user_count: members.length,
      ...(args.flag("include_users") && { users: members }),
    })),
  })),
  "usergroups.users.list": forBot(["usergroups:read"], (slack, args) => {
    const group = slack.world.userGroups.find((each) => each.id === args.text("usergroup"));
    if (!group) throw new Refusal("no_such_subteam");
    return { users: group.members };
  }),
};

const seen = (slack: Slack, args: Args, person: Member): Json =>
  userJson(slack.world, person, {
    email: holds(slack, "users:read.email"),
    locale: args.flag("include_locale"),
  });
