import { loadKnowledge } from '../../src/knowledge/load';
import { asSaid, spokenTexts } from '../../src/knowledge/spokenTexts';
import { KNOWLEDGE_DIR } from '../helpers/trainedModel';

const knowledge = loadKnowledge(KNOWLEDGE_DIR);
const spoken = spokenTexts(knowledge);

/** Parts in which every text must be spoken, or named below. */
const PARTS = ['entries', 'chat', 'safety', 'background', 'phrases', 'roles', 'policies', 'teams'] as const;
/** Fields that nobody is shown: names of things, and what is only learned from. */
const UNSPOKEN = [
  'scopes',
  'chat',
  'id',
  'role',
  'topic',
  'facts',
  'related',
  'variants',
  'utterances',
  'phrases',
  'except',
  'synonyms',
];

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value instanceof Map) return [...value.values()].flatMap(textsIn);
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([field, each]) => (UNSPOKEN.includes(field) ? [] : textsIn(each)));
}

describe('spokenTexts', () => {
  it.each(PARTS)('leaves no text of %s out', (part) => {
    const said = new Set(spoken.map(({ text }) => text));
    const texts = textsIn(knowledge[part]).map(asSaid);
    expect(texts).not.toHaveLength(0);
    expect(texts.filter((text) => !said.has(text))).toEqual([]);
  });

  it('has the texts of the guided advice and of its result', () => {
    const { questionnaire, result } = knowledge;
    const [stage] = questionnaire.stages;
    const { text, why, options } = stage!.questions[0]!;
    const { label, said, weights } = options.find((option) => Object.keys(option.weights).length > 0)!;
    const because = Object.values(weights).map((weight) => weight.because);
    const advice = Object.values(questionnaire.hurdles).flatMap((hurdle) => [hurdle.first, hurdle.advice]);
    const { cells } = result.aspects[0]!;
    const { intro, questions } = result.school;
    expect(because).not.toHaveLength(0);
    expect(spoken.map((each) => each.text)).toEqual(
      expect.arrayContaining([
        stage!.intro,
        text,
        why,
        label,
        said,
        ...because,
        ...advice,
        intro,
        ...questions,
      ]),
    );
    expect(spoken).toContainEqual({ place: `result ${result.aspects[0]!.id} billing`, text: cells.billing });
  });

  it('has the English words of the chat on websites, and no others', () => {
    const said = spoken.filter(({ place }) => place.startsWith('widget ')).map(({ text }) => text);
    expect(said).toEqual(
      Object.values(knowledge.widget['en']!).flatMap((part) => Object.values(part).map(asSaid)),
    );
  });

  it('says of each where it stands', () => {
    const { answer } = [...knowledge.entries.values()].find(({ id }) => id === 'billing.pay')!;
    expect(spoken).toContainEqual({ place: 'faq billing.pay answer', text: answer });
  });

  it('has no phrasing that only the matcher learns from', () => {
    const said = new Set(spoken.map(({ text }) => text));
    const [group] = knowledge.background;
    expect(group!.utterances.filter((text) => said.has(text))).toEqual([]);
  });

  it('puts words in the place of values', () => {
    expect(asSaid('Question {number} of {total}:')).toMatch(/^Question [a-z ]+ of [a-z ]+:$/);
    expect(spoken.filter(({ text }) => /[{}]/.test(text))).toEqual([]);
  });
});
