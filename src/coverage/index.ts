export { listClocks, listCoverage, restartClocks } from "./coverage.store.ts";
export type { Coverage } from "./coverage.ts";
