/** The database cannot be used, and `message` is the one sentence that says what to do about it. */
export class DatabaseTrouble extends Error {
  override name = "DatabaseTrouble";
}

/**
 * The `code` of a system error ("EACCES") or of a server's error ("28P01"), drizzle's wrapping looked through;
 * undefined for anything else.
 */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  if ("code" in error && typeof error.code === "string") return error.code;
  return "cause" in error ? codeOf(error.cause) : undefined;
}

/** Throws a sentence when `url` is no address of a database; the driver would throw "Invalid URL". */
export function checkAddress(url: string): void {
  if (URL.canParse(url) && /^postgres(ql)?:$/.test(new URL(url).protocol)) return;
  throw new DatabaseTrouble(
    "DATABASE_URL is no address of a database: write it as postgres://user:password@host:5432/database.",
  );
}

/** A connection's error as a sentence; undefined when it is none of the known ones and should be thrown as it is. */
export function troubleReaching(url: string, error: unknown): DatabaseTrouble | undefined {
  const { hostname, port, pathname, username } = new URL(url);
  const place = `${hostname}:${port || "5432"}`;
  const sentence = sentenceFor(codeOf(error) ?? "", { place, name: pathname.slice(1), user: username });
  return sentence === undefined ? undefined : new DatabaseTrouble(sentence, { cause: error });
}

/** A folder's error as a sentence; undefined when it is none of the known ones. */
export function troubleWith(folder: string, error: unknown): DatabaseTrouble | undefined {
  const sentence = folderSentence(folder, error);
  return sentence === undefined ? undefined : new DatabaseTrouble(sentence, { cause: error });
}

/** The server's programs say in words (always English: we set their locale) what a system call says in a code. */
function folderSentence(folder: string, error: unknown): string | undefined {
  const words = `${codeOf(error)} ${error instanceof Error ? error.message : error}`;
  if (/ENOSPC|EDQUOT|No space left|Check free disk space/.test(words))
    return `The disk that holds ${folder} is full: free some space and start again.`;
  if (/EROFS|Read-only file system/.test(words))
    return `The folder ${folder} cannot be written (read-only): choose another with RAPPORT_DATA, or set DATABASE_URL.`;
  if (/EACCES|EPERM|Permission denied/i.test(words))
    return `The folder ${folder} belongs to someone else: start Rapport as its owner, choose another with RAPPORT_DATA, or set DATABASE_URL.`;
  if (/ENOTDIR|EEXIST/.test(words))
    return `The folder ${folder} cannot be created because a file is in the way: move it, or choose another with RAPPORT_DATA.`;
  return undefined;
}

function sentenceFor(code: string, at: { place: string; name: string; user: string }): string | undefined {
  switch (code) {
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `No machine is called ${at.place}: check the host name in DATABASE_URL.`;
    case "ECONNREFUSED":
    case "CONNECT_TIMEOUT":
    case "CONNECTION_CLOSED":
    case "ETIMEDOUT":
    case "ECONNRESET":
    case "EHOSTUNREACH":
    case "ENETUNREACH":
      return `No database answers at ${at.place}: start PostgreSQL there, or correct DATABASE_URL.`;
    case "28P01":
    case "28000":
      return `The database at ${at.place} refuses the user "${at.user}": check the user and password in DATABASE_URL.`;
    case "3D000":
      return `The server at ${at.place} has no database "${at.name}": create it (createdb ${at.name}), or correct DATABASE_URL.`;
    case "42501":
      return `The user "${at.user}" may not change the database "${at.name}": grant it CREATE on the database and on its schema public, or use its owner in DATABASE_URL.`;
    case "0A000":
    case "58P01":
      return `The server at ${at.place} lacks the extension pg_trgm: install PostgreSQL's contrib package there.`;
    case "57P03":
      return `The database at ${at.place} is starting or stopping: try again in a moment.`;
    case "53300":
      return `The database at ${at.place} has no free connection: raise max_connections or close other clients.`;
    default:
      return undefined;
  }
}
