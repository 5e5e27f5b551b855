import { type DestinationStream, type LogFn, type Logger, pino } from "pino";

export type Log = Logger;
export type LogLevel = "debug" | "info" | "warn" | "error" | "silent";

/**
 * JSON lines to stdout. Two promises are kept here and not left to callers: no token leaves the process, and
 * nothing a person typed is written down, not even inside an error another library made.
 */
export function createLog(level: LogLevel, destination: DestinationStream = process.stdout): Log {
  return pino(
    {
      level,
      base: null,
      formatters: { log: (fields: Fields) => safe(fields, 0) as Fields },
      // Pino's own would describe the description again.
      serializers: { err: (described: unknown) => described },
      hooks: { logMethod },
    },
    {
      write(line) {
        destination.write(withoutTokens(line));
      },
    },
  );
}

/** Pino takes an error's sentence for the line's when it is given none, past every formatter. */
function logMethod(this: Log, args: Parameters<LogFn>, method: LogFn): void {
  const [first, sentence] = args as unknown[];
  const error = first instanceof Error ? first : (first as { err?: unknown } | null)?.err;
  const named = !(error instanceof Error) || typeof sentence === "string";
  const fields = first instanceof Error ? { err: first } : first;
  method.apply(this, named ? args : [fields, wordless(error)]);
}

type Fields = Record<string, unknown>;

/** Keys under which Slack, drizzle and our own code carry words and forms. */
const TYPED = new Set(
  "text value values state blocks view views body payload query params parameters detail notes answers private_metadata privateMetadata message_text".split(
    " ",
  ),
);

function safe(value: unknown, depth: number): unknown {
  if (value instanceof Error) return describeError(value);
  if (value === null || typeof value !== "object") return value;
  if (depth > 3) return "…";
  if (Array.isArray(value)) return value.slice(0, 20).map((item) => safe(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !TYPED.has(key))
      .map(([key, item]) => [key, safe(item, depth + 1)]),
  );
}

/** What of an error may be written down: its kind, its codes, its frames; of its sentence only what holds no words. */
export function describeError(error: unknown, depth = 0): Fields {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, constraint_name, table_name } = error as Fields & Error;
  const inner = (error as { original?: unknown }).original ?? error.cause;
  return {
    type: error.name === "Error" ? error.constructor.name : error.name,
    code,
    message: wordless(error),
    constraint: constraint_name,
    table: table_name,
    stack: error.stack
      ?.split("\n")
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 12)
      .join("\n"),
    cause: inner instanceof Error && depth < 4 ? describeError(inner, depth + 1) : undefined,
  };
}

/** Drizzle appends the parameters, PostgreSQL's class 22 and JSON.parse quote the input: all three may be someone's words. */
function wordless(error: Error): string {
  const { code } = error as { code?: unknown };
  if (error instanceof SyntaxError) return "(not shown: may quote its input)";
  if (typeof code === "string" && /^22/.test(code)) return "(not shown: quotes its input)";
  return error.message.split(/\nparams:/)[0]?.slice(0, 1000) ?? "";
}

const TOKENS =
  /\bx(?:ox[a-z]|app|apps)-[\w.-]+|(?<=(?:hooks|wss-[\w-]+)\.slack\.com\/)[^\s"\\]+|(?<=[?&]ticket=)[^\s"&\\]+/g;

const withoutTokens = (line: string): string => line.replace(TOKENS, "[token]");
