// A small knowledge base with its trained matcher: enough to answer a handful of questions, trained in milliseconds.
import type { KnowledgeBase, StatementGroup } from '../../src/domain/knowledgeBase';
import type { OptionId, QuestionId } from '../../src/domain/questionnaire';
import { trainMatcher, type MatcherModel } from '../../src/matching/training';
import { aChat, aKnowledgeBase, anEntry, aRole } from './builders';

const PAY = [
  'what does a ROLE earn',
  'ROLE salary',
  'how much money does a ROLE make',
  'pay of a ROLE',
  'ROLE wages',
];
const DAY = [
  'what does a ROLE do all day',
  'ROLE duties',
  'daily work of a ROLE',
  'tasks of a ROLE',
  'a ROLE at work',
];
const CLOTHES = [
  'do coders wear scrubs',
  'coder clothes',
  'dress code of a coder',
  'what to wear as a coder',
];
const DEMAND = [
  'is the field growing',
  'are jobs in demand',
  'future of the field',
  'will there be jobs later',
];

const NIGHTS = ['I like the night shift', 'only nights for me', 'I sleep by day', 'late shifts suit me'];
const DAYS = ['I want a day shift', 'mornings are best for me', 'I must be home at six', 'office hours only'];
const ASIDES = ['I live in Ohio', 'my dog is old', 'we have two kids', 'I just got married'];

const of = (role: string, texts: readonly string[]) => texts.map((text) => text.replace('ROLE', role));

const says = (option: string, texts: readonly string[]): StatementGroup => ({
  question: 'hours' as QuestionId,
  option: option as OptionId,
  says: texts,
});

/**
 * Pay and duties for each role, attire for coders only, demand for the field, thanks, and weather as background; nights
 * and days as statements.
 */
export const toyKnowledge = (): KnowledgeBase =>
  aKnowledgeBase({
    entries: [
      anEntry('billing.pay', { question: 'What does a biller earn?', variants: of('biller', PAY) }),
      anEntry('coding.pay', { question: 'What does a coder earn?', variants: of('coder', PAY) }),
      anEntry('billing.duties', { question: 'What does a biller do?', variants: of('biller', DAY) }),
      anEntry('coding.duties', { question: 'What does a coder do?', variants: of('coder', DAY) }),
      anEntry('coding.attire', { question: 'What do coders wear?', variants: CLOTHES }),
      anEntry('both.demand', { question: 'Is it in demand?', variants: DEMAND }),
    ],
    chat: [aChat('chat.thanks', ['thanks', 'thank you', 'thanks a lot', 'many thanks', 'thank you so much'])],
    roles: [
      aRole('billing', ['biller', 'billers', 'billing']),
      aRole('coding', ['coder', 'coders', 'coding']),
      aRole('both', ['both', 'billing and coding']),
    ],
    background: [
      {
        id: 'weather',
        utterances: ['will it rain', 'is it sunny', 'weather forecast', 'how cold is it today'],
      },
    ],
    statements: { answers: [says('odd', NIGHTS), says('days', DAYS)], asides: ASIDES },
    safety: [{ id: 'emergency', phrases: ['call an ambulance'], except: [], reply: 'Call 911.' }],
  });

let trained: MatcherModel | undefined;

/** The model of `toyKnowledge()`, trained once in each test file that asks for it. */
export const toyModel = (): MatcherModel => (trained ??= trainMatcher(toyKnowledge()));
