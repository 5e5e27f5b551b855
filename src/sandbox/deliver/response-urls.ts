import { newSecret } from "../ids.ts";

/** Where the app may answer an interaction without a token: five times, for half an hour. */
export interface ResponseUrl {
  user: string;
  channel: string;
  /** The message whose button was pressed, or the first that was answered here. */
  original: string | null;
}

export interface ResponseUrls {
  issue(url: ResponseUrl): string;
  use(secret: string): ResponseUrl | { error: "used_url" | "expired_url" };
}

const uses = 5;
const lifetime = 30 * 60_000;
const kept = 10_000;

export function keepResponseUrls(base: () => string, now = () => performance.now()): ResponseUrls {
  const issued = new Map<string, { url: ResponseUrl; left: number; until: number }>();
  return {
    issue(url) {
      const secret = newSecret();
      issued.set(secret, { url, left: uses, until: now() + lifetime });
      const [oldest] = issued.keys();
      if (issued.size > kept && oldest) issued.delete(oldest);
      return `${base()}/response/${secret}`;
    },
    use(secret) {
      const known = issued.get(secret);
      if (!known || now() > known.until) return { error: "expired_url" };
      if (known.left === 0) return { error: "used_url" };
      known.left -= 1;
      return known.url;
    },
  };
}
