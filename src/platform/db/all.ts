/**
 * Lets statements of one transaction go out together. Like Promise.all, but the first error waits until the rest has
 * ended: what still spoke on the connection after its rollback would be written outside of any transaction.
 */
export async function allOf<const Work extends readonly unknown[]>(
  work: Work,
): Promise<{ -readonly [At in keyof Work]: Awaited<Work[At]> }> {
  let failed: { error: unknown } | undefined;
  const ends = await Promise.all(
    work.map(async (each) => {
      try {
        return await each;
      } catch (error) {
        failed ??= { error };
        return undefined;
      }
    }),
  );
  if (failed) throw failed.error;
  return ends as { -readonly [At in keyof Work]: Awaited<Work[At]> };
}
