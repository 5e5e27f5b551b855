/** Milliseconds before attempt n (0 = the first, at once): quick while a hiccup is likely, gentle when it is an outage. */
const STEPS = [0, 100, 250, 500, 1000, 2000, 5000, 10_000];

export function backOff(attempt: number, random: () => number = Math.random): number {
  const step = STEPS[Math.min(attempt, STEPS.length - 1)] ?? 0;
  // A third of jitter, so that many processes do not come back in step after Slack's outage.
  return Math.round(step * (1 + random() / 3));
}

/** Waits, or stops waiting when the signal says so. Never throws. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  if (signal?.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal?.addEventListener("abort", end, { once: true });
  });
}
