/** True the first time this workspace's event is seen, false when Slack repeats it. A store with a unique key answers. */
export type FirstTime = (teamId: string, eventId: string) => Promise<boolean>;

/**
 * Slack sends an event again when our ack was late or lost, and Bolt hands over each copy. Without an id there is
 * nothing to compare: handling twice is better than not at all.
 */
export async function isRepeat(
  firstTime: FirstTime,
  body: { team_id?: string; event_id?: string },
): Promise<boolean> {
  const { team_id: teamId, event_id: eventId } = body;
  if (teamId === undefined || eventId === undefined) return false;
  return !(await firstTime(teamId, eventId));
}
