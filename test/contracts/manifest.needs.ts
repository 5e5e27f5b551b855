/** What each method of the Web API that Rapport calls needs of the installation. `null`: no scope. */
export const METHODS: Record<string, { scope: string | null; because: string }> = {
  "auth.test": { scope: null, because: "who are we" },
  "chat.postMessage": { scope: "chat:write", because: "cards, briefs and digests" },
  "chat.update": { scope: "chat:write", because: "a card follows the visit it shows" },
  "chat.delete": { scope: "chat:write", because: "a shared card is withdrawn" },
  "chat.postEphemeral": { scope: "chat:write", because: "a word while the database is away" },
  "chat.getPermalink": { scope: null, because: "the link of a message logged as a visit" },
  "conversations.open": { scope: "im:write", because: "a person's direct conversation, opened once" },
  "conversations.history": { scope: "im:history", because: "settling a send whose answer was lost" },
  "conversations.replies": { scope: "im:history", because: "the same inside a thread" },
  "conversations.info": { scope: "channels:read", because: "is this channel shared with another company?" },
  "conversations.members": { scope: "channels:read", because: "who would read it" },
  "files.uploadV2": { scope: "files:write", because: "exports and tables as CSV" },
  "files.info": { scope: "files:read", because: "a file handed in for import" },
  "usergroups.users.list": { scope: "usergroups:read", because: "members by user group" },
  "users.lookupByEmail": { scope: "users:read.email", because: "a colleague whom only the import knows" },
  "users.info": { scope: "users:read", because: "name, zone and language of somebody new" },
  "users.list": { scope: "users:read", because: "everybody, for the members' form" },
  "views.open": { scope: null, because: "forms" },
  "views.push": { scope: null, because: "forms on forms" },
  "views.update": { scope: null, because: "forms that change" },
  "views.publish": { scope: null, because: "Home" },
};

export const EVENTS: Record<string, string | null> = {
  app_home_opened: null,
  app_uninstalled: null,
  tokens_revoked: null,
  "message.im": "im:history",
  user_change: "users:read",
};

/** Scopes that no call shows: needed while the pattern stands in the code. */
export const TRACES: Record<string, { pattern: RegExp; because: string }> = {
  commands: { pattern: /\bon\.(?:command|shortcut)\(/, because: "commands and shortcuts" },
  "users:read.email": {
    pattern: /\bprofile\?\.email\b/,
    because: "the import knows people by e-mail, Slack by id",
  },
  "groups:read": { pattern: /\bconversations\.info\(/, because: "private channels may be shared too" },
};
