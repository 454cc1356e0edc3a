// `npm run evaluate`: how well the matcher does on labelled utterances that it did not learn from.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { advance, NO_CONTEXT } from '../domain/conversationContext';
import { decide } from '../domain/decision';
import type { Recognizer } from '../domain/recognizer';
import {
  readConversations,
  readUtterances,
  type LabelledConversation,
  type LabelledUtterance,
} from './labelledSet';
import { openRecognizer } from './openAdvisor';
import { runCommand } from './runCommand';
import { answeredIds, sharesOf, verdictOf, type Verdict } from './scoring';

const USAGE = `npm run evaluate                  scores the test split and the conversations of test/evaluation
npm run evaluate -- --split dev   the split to tune on
npm run evaluate -- --errors      lists every utterance that was not answered right`;

/** As many confusions as one looks into at a time. */
const MOST_CONFUSIONS = 15;

interface Judged extends LabelledUtterance {
  readonly verdict: Verdict;
  readonly answered: readonly string[];
}

function judge({ recognize, thresholds }: Recognizer, set: readonly LabelledUtterance[]): Judged[] {
  return set.map((utterance) => {
    const decisions = recognize(utterance.text, NO_CONTEXT).readings.map((reading) =>
      decide(reading, thresholds),
    );
    return {
      ...utterance,
      verdict: verdictOf(utterance.intents, decisions),
      answered: answeredIds(decisions),
    };
  });
}

/** Verdicts on every turn but the first of each conversation: those that lean on what came before. */
function judgeFollowUps(
  { recognize, thresholds }: Recognizer,
  set: readonly LabelledConversation[],
): Verdict[] {
  return set.flatMap(({ turns }) => {
    let context = NO_CONTEXT;
    const verdicts = turns.map(({ text, intents }) => {
      const decisions = recognize(text, context).readings.map((reading) => decide(reading, thresholds));
      context = advance(context, decisions);
      return verdictOf(intents, decisions);
    });
    return verdicts.slice(1);
  });
}

const percent = (share: number): string => `${(100 * share).toFixed(1).padStart(5)} %`;

function printShares(name: string, verdicts: readonly Verdict[]): void {
  const { count, right, offered, wrong, silent } = sharesOf(verdicts);
  console.log(
    `${name.padEnd(22)}${String(count).padStart(5)}  right ${percent(right)}  right or offered ${percent(right + offered)}` +
      `  wrong ${percent(wrong)}  silent ${percent(silent)}`,
  );
}

function printOutOfScope(name: string, verdicts: readonly Verdict[]): void {
  const { count, right, offered, wrong } = sharesOf(verdicts);
  console.log(
    `${name.padEnd(22)}${String(count).padStart(5)}  answered ${percent(wrong)}  met with an offer ${percent(offered)}` +
      `  "I don't know" ${percent(right)}`,
  );
}

function printConfusions(judged: readonly Judged[]): void {
  const pairs = new Map<string, string[]>();
  for (const { intents, verdict, answered, text } of judged) {
    if (verdict !== 'wrong') continue;
    const pair = `${intents.join(' + ') || 'nothing'} -> ${answered.join(' + ')}`;
    pairs.set(pair, [...(pairs.get(pair) ?? []), text]);
  }
  console.log(`\nWorst confusions (${pairs.size} in all):`);
  [...pairs]
    .sort(([, a], [, b]) => b.length - a.length)
    .slice(0, MOST_CONFUSIONS)
    .forEach(([pair, texts]) => console.log(`  ${texts.length} x ${pair}: "${texts[0]}"`));
}

runCommand(() => {
  const { values } = parseArgs({
    options: {
      split: { type: 'string', default: 'test' },
      errors: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const { recognizer } = openRecognizer();
  const folder = join('test', 'evaluation');
  const judged = judge(recognizer, readUtterances(join(folder, `${values.split}.jsonl`)));
  const followUps = judgeFollowUps(recognizer, readConversations(join(folder, 'conversations.jsonl')));
  const verdictsOf = (belongs: (utterance: Judged) => boolean) =>
    judged.filter(belongs).map(({ verdict }) => verdict);
  const inScope = ({ intents }: Judged) => intents.length > 0;

  console.log(`Split ${values.split}, thresholds ${JSON.stringify(recognizer.thresholds)}`);
  printShares('in scope', verdictsOf(inScope));
  for (const kind of ['clean', 'messy'])
    printShares(
      `  ${kind}`,
      verdictsOf((u) => inScope(u) && u.kind === kind),
    );
  printShares('follow-up turns', followUps);
  printOutOfScope(
    'out of scope',
    verdictsOf((u) => !inScope(u)),
  );
  for (const kind of ['near', 'far'])
    printOutOfScope(
      `  ${kind}`,
      verdictsOf((u) => !inScope(u) && u.kind === kind),
    );
  printConfusions(judged);
  if (values.errors) {
    console.log('\nNot answered right:');
    judged
      .filter(({ verdict }) => verdict !== 'right')
      .forEach(({ verdict, text, intents, answered }) =>
        console.log(
          `  ${verdict}: "${text}" is ${intents.join(' + ') || 'nothing'}, got ${answered.join(' + ') || '-'}`,
        ),
      );
  }
  return 0;
});
