const MOST = 2000;

/**
 * Which account is picked in which open form. Slack asks for suggestions without what was just picked, so the pick is
 * remembered when it is made. Only a preference: another process that does not know it searches all accounts alike.
 */
export interface Choices {
  remember(viewId: string, accountId: number | null): void;
  of(viewId: string): number | null | undefined;
}

export function rememberChoices(): Choices {
  const picked = new Map<string, number | null>();
  return {
    remember(viewId, accountId) {
      picked.delete(viewId);
      picked.set(viewId, accountId);
      const [oldest] = picked.keys();
      if (picked.size > MOST && oldest !== undefined) picked.delete(oldest);
    },
    of: (viewId) => picked.get(viewId),
  };
}
