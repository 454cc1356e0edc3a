// One tab at a time.

/**
 * Runs `work` while no other tab of this origin runs one of the same name; at once where the browser has no locks, or
 * gives none to a frame on another site, which then keeps nothing that tabs could share.
 */
export async function withLock(name: string, work: () => Promise<void>): Promise<void> {
  let began = false;
  try {
    await navigator.locks.request(name, () => {
      began = true;
      return work();
    });
  } catch (error) {
    if (began) throw error;
    await work();
  }
}
