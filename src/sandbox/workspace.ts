import { readFile } from "node:fs/promises";
import { parse } from "yaml";
import { z } from "zod";

/** Who works here, and which channels they share: the file `demo/workspace.json` is one. People are named by `name`. */
export const workspaceFile = z.strictObject({
  team: z.strictObject({ id: z.string().startsWith("T"), name: z.string(), domain: z.string() }),
  people: z
    .array(
      z.strictObject({
        id: z.string().startsWith("U"),
        name: z.string().regex(/^[a-z0-9._-]+$/),
        realName: z.string(),
        title: z.string().default(""),
        email: z.email().nullable().default(null),
        locale: z.string().default("en-US"),
        timeZone: z.string().default("UTC"),
        colour: z
          .string()
          .regex(/^#[0-9a-f]{6}$/)
          .default("#5b6b7a"),
        isRestricted: z.boolean().default(false),
        isUltraRestricted: z.boolean().default(false),
        isStranger: z.boolean().default(false),
        /** The team of somebody who sits in a shared channel from another company. */
        teamId: z.string().startsWith("T").optional(),
        deleted: z.boolean().default(false),
      }),
    )
    .min(1),
  channels: z
    .array(
      z.strictObject({
        id: z.string().startsWith("C"),
        name: z.string(),
        topic: z.string().default(""),
        isPrivate: z.boolean().default(false),
        members: z.array(z.string()),
        /** The app is a member. */
        withApp: z.boolean().default(false),
        isExtShared: z.boolean().default(false),
        isPendingExtShared: z.boolean().default(false),
        isOrgShared: z.boolean().default(false),
      }),
    )
    .default([]),
  userGroups: z
    .array(
      z.strictObject({
        id: z.string().startsWith("S"),
        handle: z.string(),
        name: z.string(),
        members: z.array(z.string()),
      }),
    )
    .default([]),
});

/** The parts of a Slack app manifest that a workspace acts on, within Slack's limits for each. */
export const manifestFile = z.looseObject({
  display_information: z.looseObject({
    name: z.string().min(1).max(35),
    description: z.string().max(140).optional(),
    long_description: z.string().min(174).max(4000).optional(),
  }),
  features: z.looseObject({
    bot_user: z.looseObject({ display_name: z.string().min(1).max(80) }),
    app_home: z
      .looseObject({
        home_tab_enabled: z.boolean().default(false),
        messages_tab_enabled: z.boolean().default(false),
        messages_tab_read_only_enabled: z.boolean().default(true),
      })
      .prefault({}),
    slash_commands: z
      .array(
        z.looseObject({
          command: z.string().startsWith("/").max(32),
          description: z.string().max(2000),
          usage_hint: z.string().max(1000).default(""),
          should_escape: z.boolean().default(false),
        }),
      )
      .max(50)
      .default([]),
    shortcuts: z
      .array(
        z.looseObject({
          name: z.string().min(1).max(24),
          type: z.enum(["global", "message"]),
          callback_id: z.string().min(1).max(255),
          description: z.string().max(150),
        }),
      )
      .max(10)
      .default([]),
  }),
  oauth_config: z.looseObject({ scopes: z.looseObject({ bot: z.array(z.string()) }) }),
  settings: z.looseObject({
    event_subscriptions: z.looseObject({ bot_events: z.array(z.string()).default([]) }).prefault({}),
    interactivity: z.looseObject({ is_enabled: z.boolean() }).default({ is_enabled: false }),
    socket_mode_enabled: z.boolean().default(false),
  }),
});

export type WorkspaceFile = z.infer<typeof workspaceFile>;
export type Manifest = z.infer<typeof manifestFile>;

export const readWorkspaceFile = (path: string) => read(path, workspaceFile);
export const readManifestFile = (path: string) => read(path, manifestFile);

/** JSON is YAML, so one reader serves both. */
async function read<T>(path: string, schema: z.ZodType<T>): Promise<T> {
  const read = schema.safeParse(parse(await readFile(path, "utf8")));
  if (read.success) return read.data;
  throw new Error(`${path} cannot be used:\n${z.prettifyError(read.error)}`);
}
