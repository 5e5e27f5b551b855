export { importDemo } from "./demo.actions.ts";
export { KINDS, type Kind } from "./file/columns.ts";
export type { Options } from "./file/read.ts";
export { importFile } from "./import.actions.ts";
export { renderReport } from "./import.text.ts";
export { exitCodeOf } from "./report.ts";
