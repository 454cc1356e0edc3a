// Preloaded into a bot (NODE_OPTIONS=--require): its clock is ahead by so many milliseconds, so that tokens have expired.
const { now } = Date;
Date.now = () => now() + Number(process.env.CLOCK_AHEAD_MS);
