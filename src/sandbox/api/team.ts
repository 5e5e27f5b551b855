import type { Slack } from "../slack.ts";
import { forBot, type Method } from "./method.ts";
import { Refusal } from "./refusal.ts";

export const team: Record<string, Method> = {
  "api.test": {
    token: "none",
    scopes: [],
    run: (_slack, args) => {
      const { token: _token, ...echoed } = args.all;
      if (args.has("error")) throw new Refusal(args.text("error"), { args: echoed });
      return { args: echoed };
    },
  },
  "auth.test": {
    token: "either",
    scopes: [],
    run: ({ world: { team, app } }) => ({
      url: `https://${team.domain}.slack.com/`,
      team: team.name,
      user: app.name.toLowerCase(),
      team_id: team.id,
      user_id: app.botUserId,
      bot_id: app.botId,
      is_enterprise_install: false,
    }),
  },
  "apps.connections.open": {
    token: "app",
    scopes: [],
    run: (slack) => ({ url: slack.sockets.ticket() }),
  },
  "team.info": forBot(["team:read"], ({ world: { team } }) => ({
    team: { ...team, email_domain: "", icon: {} },
  })),
  "bots.info": forBot(["users:read"], ({ world: { app } }: Slack, args) => {
    if (args.has("bot") && args.text("bot") !== app.botId) throw new Refusal("bot_not_found");
    return {
      bot: {
        id: app.botId,
        deleted: false,
        name: app.name,
        updated: 0,
        app_id: app.id,
        user_id: app.botUserId,
      },
    };
  }),
};
