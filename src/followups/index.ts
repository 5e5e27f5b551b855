export { setNextStep } from "./followup.store.ts";
