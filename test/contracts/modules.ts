import { is } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import { sourceFiles } from "./cruise.ts";

export interface Exported {
  /** "src/visits/visit.store.ts" */
  path: string;
  name: string;
  value: unknown;
}

/** Everything that files of a layer export, by looking: what is added later is found too. */
export async function exportsOf(layer: RegExp): Promise<Exported[]> {
  const paths = (await sourceFiles()).filter(
    (path) => layer.test(path) && !/\.(?:test|fixture)\./.test(path),
  );
  const found = await Promise.all(
    paths.map(async (path) => {
      const module: Record<string, unknown> = await import(/* @vite-ignore */ `../../${path}`);
      return Object.entries(module).map(([name, value]) => ({ path, name, value }));
    }),
  );
  return found.flat();
}

/** "visits/visit.store recordVisit": how a case or a sample is named. */
export const called = ({ path, name }: Exported): string => `${path.replace(/^src\/|\.ts$/g, "")} ${name}`;

/** Every table the program declares, by its variable. */
export async function allTables(): Promise<Record<string, PgTable>> {
  const tables = (await exportsOf(/\.table\.ts$/)).filter(({ value }) => is(value, PgTable));
  return Object.fromEntries(tables.map(({ name, value }) => [name, value as PgTable]));
}
