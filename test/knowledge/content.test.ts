import contract from '../contract/intents.json';
import { NO_CONTEXT } from '../../src/domain/conversationContext';
import { isCommandId, type ChatId } from '../../src/domain/faq';
import { questionsOf } from '../../src/domain/questionnaire';
import { MAX_ANSWER_WORDS } from '../../src/knowledge/integrity';
import { spokenTexts } from '../../src/knowledge/spokenTexts';
import { MIN_VARIANTS } from '../../src/knowledge/schema';
import { tokenize } from '../../src/matching/tokens';
import { topicOf } from '../../src/matching/topics';
import { faqId } from '../helpers/builders';
import { realMatcher } from '../helpers/trainedModel';

const { knowledge, recognizer } = realMatcher();
const entries = [...knowledge.entries.values()];
const chat = [...knowledge.chat.values()];
const entryOf = (id: string) => knowledge.entries.get(faqId(id));

/** Share of its own phrasings that must find their topic: the rest reads alike with another topic's. */
const OWN_TOPIC = 0.97;

/** The entry that the guided dialog answers; it states nothing that a source would have to bear out. */
const ADVISED = 'both.right-for-me';

describe('the knowledge against the contract', () => {
  it.each(contract.entries)('has $id with enough phrasings', ({ id }) => {
    expect(entryOf(id)?.variants.length).toBeGreaterThanOrEqual(MIN_VARIANTS);
  });

  it.each(contract.extended)('has $id with enough phrasings, and more to tell', ({ id }) => {
    expect(entryOf(id)?.variants.length).toBeGreaterThanOrEqual(MIN_VARIANTS);
    expect(entryOf(id)?.more?.facts.length).toBeGreaterThan(0);
  });

  it.each([...contract.chat, ...contract.commands])('has $id with enough phrasings', ({ id }) => {
    expect(knowledge.chat.get(id as ChatId)?.variants.length).toBeGreaterThanOrEqual(MIN_VARIANTS);
  });

  it('names no entry that the contract does not have', () => {
    const named = new Set([...contract.entries, ...contract.extended].map(({ id }) => id));
    expect(entries.map(({ id }) => id as string).filter((id) => !named.has(id))).toEqual([]);
  });

  it.each(contract.commands)('carries $id out', ({ id }) => expect(isCommandId(id)).toBe(true));

  it.each(contract.entries)('says in $id what the article says', ({ id, mention }) => {
    const answer = entryOf(id)?.answer ?? '';
    expect(mention.filter((pattern) => !new RegExp(pattern, 'i').test(answer))).toEqual([]);
  });
});

describe('the answers', () => {
  it.each(entries)('keeps $id short enough for a phone, and calm', ({ answer }) => {
    expect(answer.split(/\s+/).length).toBeLessThan(MAX_ANSWER_WORDS);
    expect(answer).not.toContain('!');
  });

  it.each(chat)('keeps $id calm', ({ answer }) => expect(answer).not.toContain('!'));

  it('keeps everything else that is said calm', () => {
    const said = spokenTexts(knowledge);
    expect(said.length).toBeGreaterThan(entries.length + chat.length);
    expect(said.filter(({ text }) => text.includes('!'))).toEqual([]);
  });

  it('rest on facts', () => {
    const without = entries.filter(({ facts }) => facts.length === 0).map(({ id }) => id);
    expect(without.filter((id) => id !== ADVISED)).toEqual([]);
  });

  it('relate to other entries that there are, each once', () => {
    for (const { id, related } of entries) {
      expect(related.filter((other) => other === id || !knowledge.entries.has(other))).toEqual([]);
      expect(new Set(related).size).toBe(related.length);
    }
  });

  it('have no caution in a fact that is weak and says nothing of it', () => {
    const weak = [...knowledge.facts.values()].filter(({ grade }) => grade === 'B-');
    expect(weak.filter(({ caution }) => !caution).map(({ id }) => id)).toEqual([]);
  });
});

describe('the phrasings', () => {
  it('are each claimed by one id, background included, as the matcher reads them', () => {
    const owner = new Map<string, string>();
    const groups = knowledge.background.map(({ id, utterances }) => ({
      id: `background ${id}`,
      variants: utterances,
    }));
    const told = knowledge.statements.answers.map(({ question, option, says }) => ({
      id: `statement ${question}/${option}`,
      variants: says,
    }));
    const twice = [...entries, ...chat, ...groups, ...told].flatMap(({ id, variants }) =>
      variants.flatMap((variant) => {
        const read = tokenize(variant).join(' ');
        const first = owner.get(read) ?? id;
        owner.set(read, first);
        return first === id ? [] : [`${variant}: ${first}, ${id}`];
      }),
    );
    expect(twice).toEqual([]);
  });

  const topicsIn = (text: string) =>
    recognizer.recognize(text, NO_CONTEXT).readings.map(({ matches }) => matches[0]?.topic);

  it.each(entries)('answer the question of $id, as it is shown, with $id', ({ id, question }) => {
    const [best] = recognizer.recognize(question, NO_CONTEXT).readings[0]!.matches;
    expect(best?.ids).toContain(id);
    expect(best?.confidence).toBeGreaterThanOrEqual(recognizer.thresholds.answer);
  });

  it(`find their own topic in ${OWN_TOPIC * 100} of 100 cases`, () => {
    const all = [...entries, ...chat].flatMap(({ id, variants }) =>
      variants.map((variant) => ({ id, variant })),
    );
    // Word for word, a phrasing is known by heart; one more word shows whether it was understood.
    const lost = all.filter(({ id, variant }) => !topicsIn(`${variant} please`).includes(topicOf(id)));
    expect(1 - lost.length / all.length).toBeGreaterThanOrEqual(OWN_TOPIC);
  });
});

describe('the statements', () => {
  const { answers, asides } = knowledge.statements;
  const notedIn = (text: string) =>
    recognizer.readAdvice(undefined, text).statements.map(({ question, option }) => `${question}/${option}`);

  it('are there for each option of each question that tells something', () => {
    const stated = new Set(answers.map(({ question, option }) => `${question}/${option}`));
    const telling = questionsOf(knowledge.questionnaire).flatMap(({ id, options }) =>
      options.flatMap(({ id: option, said }) => (said === undefined ? [] : [`${id}/${option}`])),
    );
    // Pay is told by amounts.
    expect(telling.filter((pair) => !pair.startsWith('pay-needed/') && !stated.has(pair))).toEqual([]);
  });

  it(`are noted as their own option in ${OWN_TOPIC * 100} of 100 cases`, () => {
    const all = answers.flatMap(({ question, option, says }) =>
      says.map((text) => ({ text, pair: `${question}/${option}` })),
    );
    const lost = all.filter(({ text, pair }) => !notedIn(text).includes(pair));
    expect(1 - lost.length / all.length).toBeGreaterThanOrEqual(OWN_TOPIC);
  });

  it(`are not what is noted of an aside, in ${OWN_TOPIC * 100} of 100 cases`, () => {
    const noted = asides.filter((text) => notedIn(text).length > 0);
    expect(1 - noted.length / asides.length).toBeGreaterThanOrEqual(OWN_TOPIC);
  });
});

describe('the names of things', () => {
  it('are written as words are read, so that each can be met', () => {
    const { questionnaire, roles } = knowledge;
    const said = [
      ...roles.flatMap(({ synonyms }) => synonyms),
      ...questionnaire.skip,
      ...questionnaire.why,
      ...Object.values(questionnaire.menu).flatMap(({ synonyms }) => synonyms),
      ...questionsOf(questionnaire).flatMap(({ names, options }) => [
        ...names,
        ...options.flatMap(({ synonyms }) => synonyms),
      ]),
    ];
    expect(said.filter((phrase) => tokenize(phrase).join(' ') !== phrase)).toEqual([]);
  });
});
