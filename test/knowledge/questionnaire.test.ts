import { questionsOf, type Question } from '../../src/domain/questionnaire';
import { ROLE_IDS } from '../../src/domain/role';
import { realQuestionnaire, realRoles } from '../helpers/questionnaire';

const words = (text: string) => text.split(/\s+/).length;
/** Lower case, without the punctuation that the matcher does not see. */
const PLAIN_WORDS = /^[a-z0-9$]+( [a-z0-9$]+)*$/;

const questions = questionsOf(realQuestionnaire);
const named = questions.map((question): [string, Question] => [question.id, question]);
const options = questions.flatMap((each) => each.options);

describe('knowledge/questionnaire.yaml', () => {
  it('asks 9 to 12 questions with unique ids in the stages requirements, pay and fit', () => {
    expect(realQuestionnaire.stages.map(({ id }) => id)).toEqual(['requirements', 'pay', 'fit']);
    expect(questions.length).toBeGreaterThanOrEqual(9);
    expect(questions.length).toBeLessThanOrEqual(12);
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
  });

  it('introduces each stage in at most 60 words, and every stage and question rests on facts', () => {
    for (const { intro, facts } of realQuestionnaire.stages) {
      expect(words(intro)).toBeLessThanOrEqual(60);
      expect(facts).not.toHaveLength(0);
    }
    expect(questions.filter(({ facts }) => facts.length === 0)).toEqual([]);
  });

  it('advises on a hurdle in at most 75 words, from facts', () => {
    for (const { advice, facts } of Object.values(realQuestionnaire.hurdles)) {
      expect(words(advice)).toBeLessThanOrEqual(75);
      expect(facts).not.toHaveLength(0);
    }
  });

  it.each(named)('offers 2 to 5 options that differ in %s', (_, { options: offered }) => {
    expect(offered.length).toBeGreaterThanOrEqual(2);
    expect(offered.length).toBeLessThanOrEqual(5);
    expect(new Set(offered.map(({ id }) => id)).size).toBe(offered.length);
    expect(new Set(offered.map(({ label }) => label.toLowerCase())).size).toBe(offered.length);
  });

  it.each(named)('knows typed answers to %s that mean one option', (_, { options: offered }) => {
    const owner = new Map<string, string>();
    for (const { id, label, synonyms } of offered) {
      expect(synonyms.length).toBeGreaterThanOrEqual(6);
      expect(new Set(synonyms).size).toBe(synonyms.length);
      for (const synonym of synonyms) expect(synonym).toMatch(PLAIN_WORDS);
      for (const said of new Set([label.toLowerCase().replace(/'/g, ''), ...synonyms])) {
        expect(`${said}: ${owner.get(said) ?? id}`).toBe(`${said}: ${id}`);
        owner.set(said, id);
      }
    }
  });

  it('says what a person told and why it counts in clauses, which fit into a sentence', () => {
    const clauses = options.flatMap(({ said, weights }) => [
      ...(said === undefined ? [] : [said]),
      ...Object.values(weights).map(({ because }) => because),
    ]);
    expect(clauses.filter((clause) => /[.!?]$/.test(clause))).toEqual([]);
    expect(clauses.filter((clause) => /^[A-Z](?!\w*[A-Z])/.test(clause))).toEqual([]);
  });

  it('tells the options of a question apart by what is said of them', () => {
    for (const { options: offered } of questions) {
      const said = offered.flatMap((option) => option.said ?? []);
      expect(new Set(said).size).toBe(said.length);
    }
  });

  it('raises each hurdle by an option', () => {
    const raised = new Set(options.flatMap(({ hurdle }) => hurdle ?? []));
    expect([...raised].sort()).toEqual(Object.keys(realQuestionnaire.hurdles).sort());
  });

  it('lets taste outweigh no missing diploma, no need of money now and no wish to start at home', () => {
    const blocking = Object.entries(realQuestionnaire.hurdles).filter(([, { blocks }]) => blocks.length > 0);
    expect(Object.fromEntries(blocking.map(([id, { blocks }]) => [id, blocks]))).toEqual({
      'no-diploma': ROLE_IDS,
      'needs-income-now': ['coding', 'both'],
      'remote-from-day-one': ROLE_IDS,
    });
  });

  it('means one option by every amount of pay', () => {
    const ranges = options.flatMap(({ range }) => range ?? []).sort((one, other) => one.from - other.from);
    expect(ranges.map(({ from }) => from)).toEqual([0, ...ranges.slice(0, -1).map(({ below }) => below)]);
    expect(ranges.at(-1)?.below).toBeUndefined();
  });
});

describe('knowledge/roles.yaml', () => {
  it('describes each role once, with a plan of the first 90 days and names that no other role has', () => {
    expect(realRoles.map(({ id }) => id).sort()).toEqual([...ROLE_IDS].sort());
    for (const { plan } of realRoles) {
      expect(plan.length).toBeGreaterThanOrEqual(2);
      expect(plan.flatMap(({ steps }) => steps).length).toBeGreaterThanOrEqual(3);
    }
    const names = realRoles.flatMap(({ synonyms }) => synonyms);
    expect(new Set(names).size).toBe(names.length);
  });
});
