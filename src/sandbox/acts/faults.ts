import type { Fault, Outcome } from "../control.ts";
import type { Slack } from "../slack.ts";

export function injectFault({ faults, sockets }: Slack, fault: Fault): Outcome {
  if ("method" in fault) faults.add(fault);
  else if (fault.kind === "warn_sockets") sockets.warn();
  else if (fault.kind === "refresh_sockets") sockets.refresh();
  else if (fault.kind === "drop_sockets") sockets.drop();
  else if (fault.kind === "refuse_connections") sockets.refuse(fault.ms);
  else {
    faults.clear();
    sockets.refuse(0);
  }
  return { ok: true };
}
