// Waiting for another server, but not for ever: the SDK's own HTTP calls have no timeout.

/**
 * Settles as `promise` does, unless that takes too long. What was waited for goes on, and its outcome is ignored.
 * @param milliseconds how long to wait
 * @throws an Error saying that `what` took too long
 */
export async function withDeadline<T>(promise: Promise<T>, milliseconds: number, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took longer than ${milliseconds} ms`)), milliseconds);
  });
  try {
    return await Promise.race([promise, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
