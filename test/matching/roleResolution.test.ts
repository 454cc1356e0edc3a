import { resolveRole } from '../../src/matching/roleResolution';
import type { RoleId } from '../../src/domain/role';
import { aChat, aKnowledgeBase, anEntry } from '../helpers/builders';

const knowledge = aKnowledgeBase({
  entries: [
    'billing.pay',
    'coding.pay',
    'both.pay',
    'billing.duties',
    'coding.duties',
    'coding.attire',
    'both.demand',
  ]
    .concat('both.right-for-me')
    .map((id) => anEntry(id)),
  chat: [aChat('chat.thanks'), aChat('advice.start')],
});
/** A topic with the scores of its ids, best first. */
const scored = (topic: string, ids: Readonly<Record<string, number>>) => ({
  topic,
  score: 1,
  ids: Object.entries(ids).map(([id, score]) => ({ id, score })),
});
const duties = scored('duties', { 'billing.duties': 0.3, 'coding.duties': 0.2 });
const pay = scored('pay', { 'coding.pay': 0.3, 'both.pay': 0.2, 'billing.pay': 0.1 });
const attire = scored('attire', { 'coding.attire': 0.5 });
const demand = scored('demand', { 'both.demand': 0.5 });

const followUp = (role?: RoleId, comparison = false) => ({
  role,
  comparison,
  carried: false,
  topic: undefined,
});
const resolve = (topic: ReturnType<typeof scored>, role?: RoleId, comparison?: boolean) =>
  resolveRole(knowledge, topic, followUp(role, comparison));

describe('resolveRole', () => {
  it('answers for the role that is asked about, whatever scores best', () => {
    expect(resolve(duties, 'coding')).toEqual({ ids: ['coding.duties'], role: 'coding' });
    expect(resolve(pay, 'billing')).toEqual({ ids: ['billing.pay'], role: 'billing' });
  });

  it.each<[string, RoleId | undefined, boolean]>([
    ['no role is named', undefined, false],
    ['both are named', 'both', false],
    ['they are compared', undefined, true],
  ])('answers side by side where %s and there is no entry for both', (_, role, comparison) => {
    expect(resolve(duties, role, comparison)).toEqual({
      ids: ['billing.duties', 'coding.duties'],
      role: 'both',
    });
  });

  it('prefers the entry for both to two side by side', () => {
    expect(resolve(pay)).toEqual({ ids: ['both.pay'], role: 'both' });
    expect(resolve(pay, 'both')).toEqual({ ids: ['both.pay'], role: 'both' });
  });

  it('takes the role that the words imply where one id is far ahead of the others', () => {
    const filing = scored('duties', { 'billing.duties': 1.5, 'coding.duties': -1 });
    expect(resolve(filing)).toEqual({ ids: ['billing.duties'], role: 'billing' });
    expect(resolve(filing, undefined, true).ids).toHaveLength(2);
  });

  it('finds nothing where the role has no entry on the topic', () => {
    expect(resolve(attire, 'billing')).toEqual({ ids: [], role: 'billing' });
  });

  it('answers with the only entry where no role is asked about, and says for which it is', () => {
    expect(resolve(attire)).toEqual({ ids: ['coding.attire'], role: 'coding' });
    expect(resolve(attire, 'both')).toEqual({ ids: ['coding.attire'], role: 'coding' });
  });

  it('answers for the field as a whole and keeps the role talked about', () => {
    expect(resolve(demand)).toEqual({ ids: ['both.demand'], role: undefined });
    expect(resolve(demand, 'coding')).toEqual({ ids: ['both.demand'], role: 'coding' });
  });

  it('knows no role of small talk, and takes the likelier of an entry and a command that share a topic', () => {
    expect(resolve(scored('chat.thanks', { 'chat.thanks': 1 }), 'coding')).toEqual({ ids: ['chat.thanks'] });
    const advice = scored('right-for-me', { 'advice.start': 0.4, 'both.right-for-me': 0.3 });
    expect(resolve(advice, 'billing')).toEqual({ ids: ['advice.start'] });
  });
});
