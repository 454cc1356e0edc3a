// Tells on standard error how far a long step is.

/** A line a time: often enough to see that it lives, seldom enough for a log. Milliseconds. */
const EVERY = 5_000;

/**
 * @param {string} what
 * @param {number} total in the unit that `done` is told in
 * @returns {(done: number) => void} to be told, as often as one likes, how much is done
 */
export function progress(what, total) {
  const began = performance.now();
  let told = began;
  return (done) => {
    const now = performance.now();
    if (done < total && now - told < EVERY) return;
    told = now;
    const passed = (now - began) / 1000;
    const left = (passed / done) * (total - done);
    const time = done < total ? `${left.toFixed(0)} s left` : `${passed.toFixed(0)} s`;
    console.error(`${what}: ${((100 * done) / total).toFixed(0)} %, ${time}`);
  };
}
