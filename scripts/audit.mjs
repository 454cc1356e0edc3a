// `npm run audit`: known holes in what runs in production (npm audit), save those that were looked at and stand below.
// Exits 1 for any other, and where the registry gives no answer: then nothing is known.
import { spawnSync } from 'node:child_process';

/** Advisories that do not bear on this bot, each with the reason: `GHSA-...: why`. */
const LOOKED_AT = new Map([]);

const { stdout, stderr } = spawnSync('npm', ['audit', '--omit=dev', '--json', '--audit=true'], {
  encoding: 'utf8',
  shell: process.platform === 'win32',
});
const vulnerabilities = parse(stdout)?.vulnerabilities;
if (!vulnerabilities) {
  console.error(`npm audit gave no answer, so nothing is known: ${stderr.trim().split('\n').at(-1)}`);
  process.exit(1);
}
// Of a chain of packages the last one has the advisory; the others name the package below them.
const advisories = Object.values(vulnerabilities).flatMap(({ name, via }) =>
  via
    .filter((each) => typeof each === 'object')
    .map(({ url, title, severity }) => ({ name, url, title, severity })),
);
const open = advisories.filter(({ url }) => !LOOKED_AT.has(url.split('/').at(-1)));
for (const { name, severity, title, url } of open) console.error(`${severity}: ${name}: ${title} (${url})`);
console.log(`${advisories.length} advisories, ${advisories.length - open.length} of them looked at before.`);
process.exit(open.length > 0 ? 1 : 0);

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
