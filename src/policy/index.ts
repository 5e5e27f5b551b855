export { findPolicy } from "./policy.store.ts";
export { GRADES, type Grade, LEVELS, type Level, type Policy, policySchema } from "./policy.ts";
