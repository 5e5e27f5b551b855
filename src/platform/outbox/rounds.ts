export interface Rounds {
  start(): void;
  /** There may be something: look now rather than at the next round. */
  wake(): void;
  /** Takes nothing more. Resolves when nothing is in hand. */
  stop(): Promise<void>;
}

export interface Work<Job> {
  /** How many jobs may be in hand. */
  atOnce: number;
  /** Between looks when nobody wakes it; real time. */
  everyMs: number;
  /** Looks for at most `room` jobs. Never called twice at the same time; must not throw. */
  take(room: number): Promise<Job[]>;
  /** Must not throw. */
  work(job: Job): Promise<void>;
}

/**
 * Keeps hands full: whenever a job ends or somebody wakes it, it looks for as many as there is room for, so that one
 * slow job holds up nobody else. A wake during a look means one more look; with no room it waits for the next end.
 */
export function createRounds<Job>({ atOnce, everyMs, take, work }: Work<Job>): Rounds {
  const inHand = new Set<Promise<void>>();
  let running = false;
  let woken = false;
  let busy = false;
  let looking: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;

  function wake(): void {
    woken = true;
    if (running && !busy) looking = look();
  }

  async function look(): Promise<void> {
    busy = true;
    while (running && woken && inHand.size < atOnce) {
      woken = false;
      for (const job of await take(atOnce - inHand.size)) begin(job);
    }
    // In the same breath as the last question: a wake in between would be lost.
    busy = false;
  }

  function begin(job: Job): void {
    const done = work(job).finally(() => {
      inHand.delete(done);
      wake();
    });
    inHand.add(done);
  }

  return {
    start() {
      running = true;
      timer = setInterval(wake, everyMs).unref();
      wake();
    },
    wake,
    async stop() {
      running = false;
      clearInterval(timer);
      await looking;
      await Promise.all(inHand);
    },
  };
}
