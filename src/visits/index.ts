export { isEffective } from "./effective.ts";
export { type ImportedVisit, listImportedVisits, saveVisits, type VisitRecord } from "./import.store.ts";
export type { Channel, VisitType } from "./visit.ts";
