import { readFollowUp, spellOutRole } from '../../src/matching/followUp';
import { createRoleFinder } from '../../src/matching/roleMentions';
import { tokenize } from '../../src/matching/tokens';
import { aRole } from '../helpers/builders';

const findRoles = createRoleFinder([
  aRole('billing', ['biller', 'billers', 'billing']),
  aRole('coding', ['coder', 'coders', 'coding']),
  aRole('both', ['both', 'billing and coding']),
]);
const prepared = (text: string) => {
  const tokens = tokenize(text);
  return { tokens, ...findRoles(tokens) };
};
const coderPay = { role: 'coding', topic: 'pay' } as const;

describe('readFollowUp', () => {
  it.each([
    'what about billers?',
    'and billing',
    'ok, and for a biller?',
    'no I meant billers',
    'the other one',
  ])('asks the last topic again for the other role in "%s"', (text) => {
    expect(readFollowUp(prepared(text), coderPay)).toMatchObject({
      role: 'billing',
      topic: 'pay',
      carried: false,
    });
  });

  it('asks the last topic again for both', () => {
    expect(readFollowUp(prepared('and for both?'), coderPay)).toMatchObject({ role: 'both', topic: 'pay' });
  });

  it('asks what a role is where it is named alone and nothing came before', () => {
    const expected = { role: 'billing', topic: 'definition', carried: false };
    expect(readFollowUp(prepared('what about billers?'), {})).toMatchObject(expected);
  });

  it('takes the question what somebody does for a question of its own', () => {
    for (const context of [{}, coderPay])
      expect(readFollowUp(prepared('what does a biller do'), context)).toMatchObject({
        role: 'billing',
        topic: undefined,
      });
  });

  it('takes the role that a message names before the one talked about', () => {
    expect(readFollowUp(prepared('is billing stressful'), coderPay)).toEqual({
      role: 'billing',
      topic: undefined,
      carried: false,
      comparison: false,
    });
  });

  it.each([
    'how long do they train for that',
    'and what certification is needed for it all',
    'remote work possible?',
  ])('carries the role over to "%s"', (text) => {
    expect(readFollowUp(prepared(text), coderPay)).toMatchObject({
      role: 'coding',
      carried: true,
      topic: undefined,
    });
  });

  it('carries the role to a long message that names none, and spells it out only where something points back', () => {
    const long = 'how long does training take for someone with small children'.split(' ');
    const followUp = readFollowUp(prepared(long.join(' ')), coderPay);
    expect(followUp).toMatchObject({ role: 'coding', carried: true });
    expect(spellOutRole(long, followUp)).toEqual(long);
    expect(spellOutRole(['where', 'do', 'they', 'work'], followUp)).toEqual([
      'where',
      'do',
      'coders',
      'work',
    ]);
  });

  it('carries no role to a message about the field as a whole', () => {
    const text = 'how fast is the whole field growing';
    expect(readFollowUp(prepared(text), coderPay)).toMatchObject({ role: undefined, carried: false });
  });

  it.each([
    ['and the first', 'coding', 'billing'],
    ['what about the second one', 'both', 'coding'],
    ['and the other one', 'billing', 'coding'],
  ] as const)('reads "%s" after %s as %s', (text, role, pointedAt) => {
    expect(readFollowUp(prepared(text), { role, topic: 'pay' })).toMatchObject({
      role: pointedAt,
      topic: 'pay',
    });
  });

  it.each(['which of them is easier', 'is there a difference', 'which pays better'])(
    'carries no role to the comparison "%s"',
    (text) => {
      expect(readFollowUp(prepared(text), coderPay)).toMatchObject({
        role: undefined,
        carried: false,
        comparison: true,
      });
    },
  );

  it('carries over neither "both" nor a role that was never talked about', () => {
    expect(
      readFollowUp(prepared('how much do they earn'), { role: 'both', topic: 'pay' }).role,
    ).toBeUndefined();
    expect(readFollowUp(prepared('how much do they earn'), {}).role).toBeUndefined();
    expect(readFollowUp(prepared('the other one'), { role: 'both', topic: 'pay' }).topic).toBeUndefined();
  });

  it('repeats nothing for a message without words', () => {
    expect(readFollowUp(prepared('🎉'), coderPay)).toMatchObject({ topic: undefined });
  });
});

describe('spellOutRole', () => {
  const spelledOut = (text: string, context = {}) => {
    const utterance = prepared(text);
    return spellOutRole(utterance.tokens, readFollowUp(utterance, context)).join(' ');
  };

  it.each([
    ['and how much do they make', 'how much do coders make'],
    ['is it stressful', 'is coding stressful'],
    ['remote work', 'remote work for coders'],
    ['what training', 'what training for coders'],
    ['and', 'and for coders'],
  ])('reads "%s" as "%s"', (text, read) => expect(spelledOut(text, coderPay)).toBe(read));

  it('leaves a message as it is that names its role, or has none to carry', () => {
    expect(spelledOut('is it billing', coderPay)).toBe('is it billing');
    expect(spelledOut('is it stressful')).toBe('is it stressful');
  });
});
