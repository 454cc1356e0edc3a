// A small knowledge base of the guided advice, of which a test can say by hand what comes of an answer.
import type { SpokenKnowledge } from '../../src/domain/knowledgeBase';
import type { QuestionId } from '../../src/domain/questionnaire';
import { ROLE_IDS, type RoleId } from '../../src/domain/role';
import { aFact, aKnowledgeBase, aRole, aSource } from './builders';
import { aQuestionnaire, withHurdles, type Counts } from './smallQuestionnaire';

/** The options `o1` to `o5` of each of `q1` to `q5`: for one role each, against all of them, and what tells nothing. */
const TASTES: readonly Counts[] = [
  { billing: 2, coding: -1, both: -1 },
  { billing: -1, coding: 2, both: -1 },
  { billing: -1, coding: -1, both: 2 },
  { billing: -3, coding: -3, both: -3 },
  {},
];

/** The options of `q6`: what blocks all roles, what leaves billing, and what only needs care. */
const HURDLES: readonly Counts[] = [{ hurdle: 'diploma' }, { hurdle: 'income' }, { hurdle: 'hours' }];

const questionnaire = withHurdles(aQuestionnaire(TASTES, TASTES, TASTES, TASTES, TASTES, HURDLES), {
  diploma: ROLE_IDS,
  income: ['coding', 'both'],
  hours: [],
});

const cellsOf = (title: string): Readonly<Record<RoleId, string>> => ({
  billing: `${title} of billing`,
  coding: `${title} of coding`,
  both: `${title} of both`,
});

const shared = aSource('shared');

/** Each is named after what rests on it; `q2` and `q3` were read at one place. */
const FACTS = new Map(
  Object.entries({
    q1: aFact(aSource('first'), '2024'),
    q2: aFact(shared, '2024'),
    q3: aFact(shared, '2025'),
    diploma: aFact(aSource('diploma'), '2024'),
    coding: aFact(aSource('role'), '2024'),
    pay: aFact(aSource('pay'), '2024'),
    day: aFact(aSource('day'), '2024'),
    school: aFact(aSource('school'), '2024'),
  }),
);

const factsOf = (id: string): readonly string[] => (FACTS.has(id) ? [id] : []);

/**
 * `answersTo({ q1: 'o2' })` speaks for coding, `o1` for billing, `o3` for both, `o4` against all, `o5` says nothing. The
 * side-by-side has the rows `Pay`, for all, and `Day`, for who answered `q5`.
 */
export const adviceKnowledge: SpokenKnowledge = aKnowledgeBase({
  facts: FACTS,
  roles: ROLE_IDS.map((id) => ({ ...aRole(id), facts: factsOf(id) })),
  questionnaire: {
    ...questionnaire,
    stages: questionnaire.stages.map((stage) => ({
      ...stage,
      questions: stage.questions.map((question) => ({
        ...question,
        facts: factsOf(question.id),
      })),
    })),
    hurdles: Object.fromEntries(
      Object.entries(questionnaire.hurdles).map(([id, hurdle]) => [id, { ...hurdle, facts: factsOf(id) }]),
    ),
  },
  result: {
    aspects: [
      { id: 'pay', title: 'Pay', questions: [], cells: cellsOf('Pay'), facts: ['pay'] },
      { id: 'day', title: 'Day', questions: ['q5' as QuestionId], cells: cellsOf('Day'), facts: ['day'] },
    ],
    school: { intro: 'Ask the school.', questions: ['How long?', 'How much?'], facts: ['school'] },
  },
});
