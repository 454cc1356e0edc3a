// Preloaded into a bot (NODE_OPTIONS=--require): its time of day is off by the milliseconds in the file CLOCK_SHIFT_FILE, as
// they are at that moment; and what it does every few minutes it does all the time, so that a test need not wait for it.
const { readFileSync } = require('node:fs');

const RealDate = Date;
const { now: realNow } = Date;
RealDate.now = () => realNow() + Number(readFileSync(process.env.CLOCK_SHIFT_FILE, 'utf8'));
globalThis.Date = new Proxy(RealDate, {
  construct: (target, args) => new target(...(args.length === 0 ? [RealDate.now()] : args)),
});

const realSetInterval = setInterval;
globalThis.setInterval = (work, milliseconds, ...args) =>
  realSetInterval(work, milliseconds > 60_000 ? 50 : milliseconds, ...args);
