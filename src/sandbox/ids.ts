import { createHash, randomBytes } from "node:crypto";

/** Slack's ids: a letter for the kind, then capitals and digits. */
export const newId = (kind: string) => `${kind}${capitals(randomBytes(12))}`;

/** The same id for the same name, so that what apps remembered still holds after a restart. */
export const idOf = (kind: string, name: string) =>
  `${kind}${capitals(createHash("sha256").update(name).digest())}`;

export const newSecret = () => randomBytes(16).toString("hex");

/** A block's or element's own id when the app gave none. */
export const newBlockId = () => randomBytes(4).toString("base64url").slice(0, 5);

function capitals(bytes: Buffer): string {
  return bytes.readBigUInt64BE().toString(36).toUpperCase().padStart(10, "0").slice(-10);
}
