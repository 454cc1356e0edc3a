// The server under load in figures, as Markdown.
import { table } from './markdown';
import type { InstancesFindings } from './serverInstances';
import type { Load } from './serverLoad';
import { growthOf, type MemoryFindings } from './serverMemory';
import { middleRatio, middleRound, type Round } from './serverRounds';

export interface TransportFindings {
  readonly transport: Load['transport'];
  readonly echo: readonly Round[];
  readonly ours: readonly Round[];
}

export interface ServerFindings {
  readonly date: Date;
  readonly machine: string;
  readonly talks: number;
  /** In a round. */
  readonly turns: number;
  readonly transports: readonly TransportFindings[];
  readonly memory: MemoryFindings;
  readonly instances: readonly InstancesFindings[];
}

const HEADS = ['turns a second', 'p50', 'p95', 'p99', 'processor a turn', 'memory', 'replies a turn'];

export function serverReport(findings: ServerFindings): string {
  const { date, machine, talks, turns, transports, memory, instances } = findings;
  return `# The server under load

${date.toISOString().slice(0, 10)}, ${machine}. Made by \`npm run bench:server\`; servers and load share the machine.

## Against an echo

An echo on the same SDK (\`bench/echoBot.mjs\`) and the bot as an operator runs it, with its state in SQLite and its log in a
file. ${talks} talks at once, in each one message after the other, without a pause: questions that the matcher is developed
on, and the guided advice. ${transports[0]?.ours.length} rounds of ${turns} turns for each, by turns; a ratio is of two rounds that follow each other. All
figures are those in the middle. The processor's time is that of all threads, garbage collection included. The bot says more
than an echo: through a connector, each reply is a request of its own.

${transports.map((each) => againstEcho(each)).join('\n\n')}

## Memory

${memory.turns} turns in ${Math.round(memory.seconds)} s, in ${memory.samples.length} parts. MB resident after every tenth of them:
${everyTenth(memory.samples).join(', ')}. The last tenth is ${percent(growthOf(memory))} above the second; the first warms up.
${instancesReport(instances)}`;
}

function againstEcho({ transport, echo, ours }: TransportFindings): string {
  const ratio = (measure: keyof Round): string => middleRatio(ours, echo, measure).toFixed(2);
  return table(
    [transport === 'connector' ? 'Through a connector' : 'Replies on the response', ...HEADS],
    [
      ['echo', ...figuresOf(middleRound(echo))],
      ['bot', ...figuresOf(middleRound(ours))],
      [
        'bot / echo',
        ...(['turnsPerSecond', 'p50', 'p95', 'p99', 'processorMs', 'memory', 'repliesPerTurn'] as const).map(
          ratio,
        ),
      ],
    ],
  );
}

const instancesReport = (instances: readonly InstancesFindings[]): string => `
## Instances on PostgreSQL

Each message of a talk goes to the next instance. Instances, PostgreSQL and load share the machine, so that more instances
than it has cores add nothing here.

${table(
  ['Instances', ...HEADS],
  instances.map(({ instances: count, round }) => [String(count), ...figuresOf(round)]),
)}
`;

const figuresOf = (round: Round): string[] => [
  String(Math.round(round.turnsPerSecond)),
  ...[round.p50, round.p95, round.p99].map((wait) => `${wait.toFixed(1)} ms`),
  `${round.processorMs.toFixed(2)} ms`,
  `${Math.round(round.memory)} MB`,
  round.repliesPerTurn.toFixed(2),
];

const everyTenth = (samples: readonly number[]): number[] =>
  Array.from({ length: 10 }, (_, tenth) =>
    Math.round(samples[Math.ceil(((tenth + 1) * samples.length) / 10) - 1] ?? NaN),
  );

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
