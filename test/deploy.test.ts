// What deploy/ says is held against the project that it deploys; no Docker is needed for that.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { readConfig } from '../src/hosting/config';

const PROJECT = join(__dirname, '..');
const read = (...path: string[]): string => readFileSync(join(PROJECT, ...path), 'utf8');

const compose = z
  .object({
    services: z.record(
      z.string(),
      z.object({
        build: z.object({ context: z.string(), dockerfile: z.string() }).optional(),
        environment: z.record(z.string(), z.string()).optional(),
        ports: z.array(z.string()).optional(),
        stop_grace_period: z.string().optional(),
        read_only: z.boolean().optional(),
      }),
    ),
  })
  .parse(parse(read('deploy', 'compose.yaml')));
const bot = compose.services['bot']!;
const dockerfile = read('deploy', 'Dockerfile');

/** Names at the beginning of a line, as in `PORT=`. */
const namesIn = (text: string): string[] => [...text.matchAll(/^(\w+)=/gm)].map(([, name]) => name!);
const known = namesIn(read('.env.example'));

describe('compose.yaml', () => {
  it('sets only variables that the bot knows', () => {
    const names = Object.keys(bot.environment!);
    expect(names).toContain('DATABASE_URL');
    expect(names.filter((name) => !known.includes(name))).toEqual([]);
  });

  it('asks only for variables that its own example names', () => {
    const asked = [...read('deploy', 'compose.yaml').matchAll(/\$\{(\w+)/g)].map(([, name]) => name!);
    expect([...new Set(asked)].sort()).toEqual(namesIn(read('deploy', '.env.example')).sort());
  });

  it('starts the bot with settings that it accepts', () => {
    const values = { POSTGRES_PASSWORD: 'secret' } as Record<string, string>;
    const fill = (text: string): string =>
      text.replace(
        /\$\{(\w+)(?::[-?]([^}]*))?\}/g,
        (_, name: string, other: string) => values[name] ?? other,
      );
    const environment = Object.entries(bot.environment!).map(([name, value]) => [name, fill(value)] as const);
    const [, image] = /^ENV (.*)$/m.exec(dockerfile)!;
    const ofImage = image!.split(' ').map((pair) => pair.split('=') as [string, string]);
    const config = readConfig(Object.fromEntries([...ofImage, ...environment]));
    expect(config).toMatchObject({ host: '0.0.0.0', proxyHops: 1, metrics: { host: '0.0.0.0' } });
    expect(config.databaseUrl?.()).toBe('postgres://advisor:secret@postgres:5432/advisor');
  });

  it('opens nothing but nginx, writes to no image, and gives turns the time to end', () => {
    const open = Object.entries(compose.services).filter(([, { ports }]) => ports !== undefined);
    expect(open.map(([name]) => name)).toEqual(['nginx']);
    expect(bot.read_only).toBe(true);
    // Of server.ts: 10 s for turns, 10 s for connections.
    expect(parseInt(bot.stop_grace_period!)).toBeGreaterThan(20);
  });
});

describe('Dockerfile', () => {
  const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, paths]) =>
    paths!.split(' '),
  );

  it('is where compose.yaml looks for it, and copies what is there', () => {
    const { context, dockerfile: name } = bot.build!;
    expect(existsSync(join(PROJECT, 'deploy', context, name))).toBe(true);
    expect(copied.length).toBeGreaterThan(5);
    expect(copied.filter((path) => !existsSync(join(PROJECT, path)))).toEqual([]);
  });

  it('copies nothing that .dockerignore keeps from it', () => {
    const admitted = namesOf(read('.dockerignore'));
    expect(copied.filter((path) => !admitted.includes(path))).toEqual([]);
  });

  it('has all that the build reads', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: { build: string } };
    const [, script] = / (scripts\/\S+)/.exec(scripts.build)!;
    expect(copied).toContain('scripts/');
    expect(existsSync(join(PROJECT, script!))).toBe(true);
  });

  it('does not run as root', () => {
    expect(dockerfile).toMatch(/^USER node$/m);
  });
});

const namesOf = (ignore: string): string[] => [...ignore.matchAll(/^!(\S+)$/gm)].map(([, name]) => name!);
