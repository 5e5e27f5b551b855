import type { View } from "@slack/types";
import type { WebClient } from "@slack/web-api";
import type { Asked } from "./asked.ts";
import { pause } from "./backoff.ts";

/** Long enough for the few reads a form needs, short enough that the trigger (3 s) still works after it. */
const SOON = 700;

/**
 * Opens a form that takes some reading to prepare: at once when it is ready soon, else first as a skeleton that is
 * filled when it is. A preparation that fails throws; a skeleton already shown then says `failed`.
 */
export async function openPrepared(
  { open, client }: Asked,
  prepared: Promise<View>,
  { skeleton, failed }: { skeleton: () => View; failed: () => View },
): Promise<void> {
  const done = new AbortController();
  const ready = prepared.finally(() => done.abort());
  // Awaited below; this keeps a failure during the wait from ending the process.
  ready.catch(() => undefined);
  await pause(SOON, done.signal);
  if (done.signal.aborted) {
    await open(await ready);
    return;
  }
  const { viewId } = await open(skeleton());
  try {
    await updateIfOpen(client, viewId, await ready);
  } catch (error) {
    await updateIfOpen(client, viewId, failed()).catch(() => undefined);
    throw error;
  }
}

/** Changes a view, unless the person has closed it meanwhile: that is their answer, not an error. */
export async function updateIfOpen(client: WebClient, viewId: string, view: View): Promise<void> {
  try {
    await client.views.update({ view_id: viewId, view });
  } catch (error) {
    if ((error as { data?: { error?: unknown } }).data?.error !== "not_found") throw error;
  }
}
