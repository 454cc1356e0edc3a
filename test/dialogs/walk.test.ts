// Walks through the real guided advice on arbitrary paths, and keeps beside the bot a plain model of where it must be.
import * as fc from 'fast-check';
import {
  answersOf,
  NEW_SESSION,
  nextQuestion,
  progressOf,
  withoutLast,
  withSkipped,
  withStatements,
} from '../../src/domain/advice';
import { isDone } from '../../src/domain/enough';
import { questionsOf, type Question } from '../../src/domain/questionnaire';
import { recommend } from '../../src/domain/recommendation';
import { ROLE_IDS } from '../../src/domain/role';
import { startConversation, type Turn } from '../helpers/conversation';
import { utteranceFor } from '../helpers/transcripts';
import { realMatcher } from '../helpers/trainedModel';

const PATHS = 500;
const SEED = 20261122;

const { knowledge } = realMatcher();
const { questionnaire } = knowledge;
const MOST_OPTIONS = Math.max(...questionsOf(questionnaire).map(({ options }) => options.length));

type Move =
  | { readonly kind: 'choose'; readonly option: number; readonly by: 'number' | 'label' }
  | { readonly kind: 'skip' | 'back' | 'why' | 'ask' | 'help' | 'start' }
  | { readonly kind: 'unclear'; readonly then: string };

const choose = fc.record({
  kind: fc.constant('choose' as const),
  option: fc.nat(MOST_OPTIONS - 1),
  by: fc.constantFrom('number' as const, 'label' as const),
});
const aMove: fc.Arbitrary<Move> = fc.oneof(
  { weight: 6, arbitrary: choose },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom('skip', 'back', 'why', 'ask', 'help', 'start'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('unclear' as const),
      then: fc.constantFrom('1', '2', 'none of these', 'what does a coder earn?', 'advise me'),
    }),
  },
);
/** What is done on the way, then an option for each question that is still open. */
const aPath = fc.tuple(
  fc.array(aMove, { maxLength: 20 }),
  fc.array(choose, { minLength: 11, maxLength: 11 }),
);

const SAID = {
  skip: 'skip',
  back: 'back',
  why: 'why',
  ask: 'what does a biller earn?',
  help: 'help',
  start: 'advise me',
} as const;

const optionOf = ({ options }: Question, place: number): Question['options'][number] =>
  options[place % options.length]!;

const textFor = (move: Exclude<Move, { kind: 'unclear' }>, question: Question): string => {
  if (move.kind !== 'choose') return SAID[move.kind];
  const option = optionOf(question, move.option);
  return move.by === 'label' ? option.label : `${question.options.indexOf(option) + 1}`;
};

describe('the guided advice', () => {
  it(`leads ${PATHS} arbitrary paths to the recommendation of their answers, with no dead end`, async () => {
    const unclear = await utteranceFor('{unclear}', startConversation());
    const outcomes = new Set<string>();
    const reached = new Set<string>();

    const walk = async ([moves, choices]: readonly [readonly Move[], readonly Move[]]): Promise<void> => {
      const chat = startConversation();
      let session = NEW_SESSION;
      let turn: Turn = await chat.say('advise me');
      const left = [...moves, ...choices];
      for (;;) {
        const question = nextQuestion(questionnaire, session);
        if (!question || isDone(questionnaire, session)) break;
        const { number, total } = progressOf(questionnaire, session);
        expect(turn.said.at(-1)).toEqual({ is: [`question:${question.id}`], also: [`${number}/${total}`] });

        const move = left.shift()!;
        if (move.kind === 'unclear') {
          const asked = await chat.say(unclear);
          turn = asked.ids.includes('clarify') ? await chat.say(move.then) : asked;
          continue;
        }
        turn = await chat.say(textFor(move, question));
        if (move.kind === 'choose') {
          const { id } = optionOf(question, move.option);
          session = withStatements(session, [{ question: question.id, option: id }]);
          reached.add(`${question.id}/${id}`);
        }
        if (move.kind === 'skip') session = withSkipped(session, question.id);
        if (move.kind === 'back') session = withoutLast(session);
      }
      const expected = recommend(questionnaire, answersOf(session));
      const outcome = expected.kind === 'role' ? expected.role : expected.kind;
      outcomes.add(outcome);
      expect(turn.ids.at(-1)).toBe(`recommendation:${outcome}`);
      expect(turn.said.at(-1)!.also).toEqual(
        expect.arrayContaining(expected.hurdles.map((id) => `hurdle:${id}`)),
      );
    };

    await fc.assert(fc.asyncProperty(aPath, walk), { numRuns: PATHS, seed: SEED, endOnFailure: true });
    expect([...outcomes]).toEqual(expect.arrayContaining([...ROLE_IDS]));
    const options = questionsOf(questionnaire).flatMap((question) =>
      question.options.map(({ id }) => `${question.id}/${id}`),
    );
    expect(options.filter((option) => !reached.has(option))).toEqual([]);
  }, 60_000);
});
