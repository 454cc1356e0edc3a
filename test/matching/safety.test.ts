import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { createSafetyCheck } from '../../src/matching/safety';
import { tokenize } from '../../src/matching/tokens';
import { realMatcher } from '../helpers/trainedModel';

const rule = (id: string, phrases: readonly string[], except: readonly string[] = []) => ({
  id,
  phrases,
  except,
  reply: '',
});

describe('createSafetyCheck', () => {
  it('raises the first rule of the file that a message meets', () => {
    const check = createSafetyCheck([rule('one', ['want to die']), rule('two', ['die', 'collapsed'])]);
    expect(check('I just want to die!')).toBe('one');
    expect(check('He collapsed')).toBe('two');
    expect(check('I want to diet')).toBeUndefined();
  });

  it('finds a phrase at the start, in the middle and at the end, whatever its case and punctuation', () => {
    const check = createSafetyCheck([rule('one', ['cant breathe'])]);
    for (const text of ["can't breathe", 'help, I CAN’T -- breathe! now', 'he cant breathe...'])
      expect(check(text)).toBe('one');
  });

  it('lets * stand for exactly one word', () => {
    const check = createSafetyCheck([rule('one', ['fire in my *'])]);
    expect(check('there is fire in my kitchen!')).toBe('one');
    expect(check('fire in my')).toBeUndefined();
  });

  it('hides what an exception covers and nothing else', () => {
    const check = createSafetyCheck([
      rule('one', ['suicide', 'want to die'], ['suicide hotline', 'code for *']),
    ]);
    expect(check('I work at a suicide hotline')).toBeUndefined();
    expect(check('the suicide hotline suicide hotline suicide hotline')).toBeUndefined();
    expect(check('what is the suicide hotline, I want to die')).toBe('one');
    expect(check('code for coding, and suicide')).toBe('one');
  });

  it('lets the longest exception cover what it can', () => {
    const check = createSafetyCheck([
      rule('one', ['heart attack'], ['code for *', 'code for a heart attack']),
    ]);
    expect(check('the code for a heart attack')).toBeUndefined();
    expect(check('the code for this: a heart attack')).toBe('one');
  });

  it('takes back one rule only', () => {
    const check = createSafetyCheck([
      rule('one', ['collapsed'], ['collapsed economy']),
      rule('two', ['collapsed']),
    ]);
    expect(check('the collapsed economy')).toBe('two');
  });

  it('reads to the end of a long message', () => {
    const check = createSafetyCheck([rule('one', ['want to die'])]);
    expect(check(`${'my work is hard and I am tired. '.repeat(100)} I want to die`)).toBe('one');
  });
});

describe('knowledge/safety.yaml', () => {
  const { safety } = realMatcher().knowledge;
  const check = createSafetyCheck(safety);
  const lines = readFileSync(join(__dirname, '..', 'evaluation', 'safety.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(
      (line) =>
        JSON.parse(line) as { readonly text: string; readonly kind: 'emergency' | 'despair' | 'safe' },
    );
  const ofKind = (...kinds: readonly string[]) => lines.filter(({ kind }) => kinds.includes(kind));

  it.each(ofKind('emergency', 'despair'))('raises a rule for: $text', ({ text, kind }) => {
    expect(check(text)).toBe(kind);
  });

  it.each(ofKind('safe'))('raises none for: $text', ({ text }) => expect(check(text)).toBeUndefined());

  it.each([
    'I want to kill myself, what is the number of the suicide hotline',
    'I was studying CPT codes and my husband collapsed',
    'the dispatcher hung up and my son is not breathing',
    'they sent me a bill for 900 dollars and now I have chest pain',
  ])('is not calmed by harmless words in the same message: %s', (text) => {
    expect(safety.map(({ id }) => id)).toContain(check(text));
  });

  it('raises no rule for any phrasing of a question that the bot answers', () => {
    const { entries, chat } = realMatcher().knowledge;
    const variants = [...entries.values(), ...chat.values()].flatMap((entry) => entry.variants);
    expect(variants.filter((text) => check(text) !== undefined)).toEqual([]);
  });

  it('writes phrases as words are read, so that each can be met', () => {
    const said = safety.flatMap(({ phrases, except }) => [...phrases, ...except]);
    const unread = said.filter((phrase) => {
      const words = phrase.replaceAll('*', 'word');
      return tokenize(words).join(' ') !== words;
    });
    expect(unread).toEqual([]);
  });

  it('says its phrase within any harmless words', () => {
    const phrases = safety.flatMap(({ phrases }) => phrases).filter((phrase) => !phrase.includes('*'));
    const around = fc.array(fc.constantFrom('coder', 'work', 'the', 'salary', 'today'), { maxLength: 5 });
    fc.assert(
      fc.property(around, fc.constantFrom(...phrases), around, (before, phrase, after) => {
        expect(check([...before, phrase, ...after].join(' '))).toBeDefined();
      }),
    );
  });
});
