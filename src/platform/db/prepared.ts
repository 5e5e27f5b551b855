/** Beyond this many values a statement's shape seldom comes again (an import's rows), and would fill the server's memory. */
const MOST_VALUES = 40;

type Work = (client: Client) => unknown;

/** What drizzle calls of the driver: a pool, or a transaction's connection with savepoints. */
interface Client {
  unsafe(query: string, values?: unknown[], options?: object): unknown;
  begin?(...args: unknown[]): unknown;
  savepoint?(...args: unknown[]): unknown;
}

/**
 * Lets the server keep the plan of each statement drizzle sends. drizzle asks for that only where a query is given a
 * name; for all others the driver first asks the server for the types, a round trip of its own, and the server plans
 * anew. A transaction of twenty small statements takes half the time with it.
 */
export function prepareStatements(client: object): void {
  const { unsafe, begin, savepoint } = client as Client;
  const within =
    (start: (...args: unknown[]) => unknown) =>
    (...args: unknown[]) => {
      const work = args.pop() as Work;
      return start(...args, (inner: Client) => {
        prepareStatements(inner);
        return work(inner);
      });
    };
  Object.assign(client, {
    unsafe: (query: string, values: unknown[] = [], options: object = {}) =>
      unsafe(query, values, { ...options, prepare: values.length > 0 && values.length <= MOST_VALUES }),
    ...(begin && { begin: within(begin) }),
    ...(savepoint && { savepoint: within(savepoint) }),
  });
}
