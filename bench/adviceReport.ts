// The page on the guided advice: people, what they came to, how results spread, how well it reads what people tell.
import type { StatementFigures } from '../src/evaluation/statementScoring';
import { ROLE_IDS } from '../src/domain/role';
import type { Persona, Played } from '../test/helpers/personas';
import type { Spread } from './adviceSpread';
import { table } from './markdown';

export interface AdviceFindings {
  readonly date: Date;
  readonly machine: string;
  readonly people: readonly { readonly persona: Persona; readonly played: Played }[];
  readonly spreads: readonly { readonly who: string; readonly spread: Spread }[];
  readonly statements: readonly { readonly split: string; readonly figures: StatementFigures }[];
}

export function adviceReport(findings: AdviceFindings): string {
  const { date, machine, people, spreads, statements } = findings;
  return `${[
    '# The guided advice, measured',
    `${date.toISOString().slice(0, 10)}, ${machine}. Made by \`npm run bench:advice\`; the transcripts are in [advice-transcripts.md](advice-transcripts.md).`,
    '## People',
    `${people.length} personas (\`test/personas.yaml\`) talked with the bot over HTTP in their own words. ${people.filter(({ persona, played }) => agrees(persona, played)).length} came to what was expected of them. Questions until the result: ${medianOf(people.map(({ played }) => played.asked.length))} at the median, ${Math.min(...people.map(({ played }) => played.asked.length))} to ${Math.max(...people.map(({ played }) => played.asked.length))}.`,
    peopleTable(people),
    '## How results spread',
    'Sampled people, led to their results by the rules of the bot (`src/domain`), which stops asking when nothing can change which role comes first.',
    spreadTable(spreads),
    '## What people tell in their own words',
    'Messages that the matcher did not learn from, each labelled with every option it tells. The test split was not read while thresholds were chosen.',
    statementTable(statements),
  ].join('\n\n')}\n`;
}

export const agrees = ({ expect }: Persona, played: Played): boolean =>
  expect.role === played.role && (expect.role === 'none' || expect.closeness === played.closeness);

const percent = (part: number, whole = 1): string => `${((100 * part) / whole).toFixed(1)} %`;

export function medianOf(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

const peopleTable = (people: AdviceFindings['people']): string =>
  table(
    ['Persona', 'Expected', 'Result', 'Hard facts', 'Questions'],
    people.map(({ persona, played }) => [
      persona.id,
      `${persona.expect.role}${persona.expect.role === 'none' ? '' : `, ${persona.expect.closeness}`}`,
      `${played.role}${played.closeness ? `, ${played.closeness}` : ''}`,
      played.hurdles.join(', '),
      String(played.asked.length),
    ]),
  );

const spreadTable = (spreads: AdviceFindings['spreads']): string =>
  table(
    [
      'Who',
      'Sessions',
      ...ROLE_IDS,
      'none',
      'unknown',
      'clear',
      'mean scores',
      'questions',
      'ended early',
      'options not reached',
    ],
    spreads.map(({ who, spread }) => {
      const { outcomes, sessions, meanScores } = spread;
      const count = (belongs: (outcome: string) => boolean) =>
        [...outcomes].reduce((sum, [outcome, n]) => sum + (belongs(outcome) ? n : 0), 0);
      return [
        who,
        String(sessions),
        ...ROLE_IDS.map((role) =>
          percent(
            count((outcome) => outcome.startsWith(`${role} `)),
            sessions,
          ),
        ),
        percent(outcomes.get('none') ?? 0, sessions),
        percent(outcomes.get('unknown') ?? 0, sessions),
        percent(
          count((outcome) => outcome.endsWith(' clear')),
          sessions,
        ),
        ROLE_IDS.map((role) => meanScores[role].toFixed(2)).join(', '),
        String(spread.medianAsked),
        percent(spread.endedEarly, sessions),
        String(spread.unreached.length),
      ];
    }),
  );

const statementTable = (statements: AdviceFindings['statements']): string =>
  table(
    [
      'Split',
      'Messages',
      'exactly right',
      'precision',
      'recall',
      'read into nothing',
      'open question right',
      'wrong',
    ],
    statements.map(({ split, figures }) => [
      split,
      String(figures.count),
      percent(figures.exact),
      percent(figures.precision),
      percent(figures.recall),
      percent(figures.misread),
      percent(figures.open.right),
      percent(figures.open.wrong),
    ]),
  );
