import { createRoleFinder } from '../../src/matching/roleMentions';
import { aRole } from '../helpers/builders';
import { realMatcher } from '../helpers/trainedModel';

const roles = [
  aRole('billing', ['biller', 'medical biller', 'billing']),
  aRole('coding', ['coder', 'coding']),
  aRole('both', ['both', 'billing and coding']),
];
const find = createRoleFinder(roles);
const words = (text: string) => text.split(' ');

describe('createRoleFinder', () => {
  it.each([
    ['what does a biller do', 'billing', 'what does a xqx do'],
    ['is coding hard', 'coding', 'is xqx hard'],
    ['can i do both', 'both', 'can i do xqqx'],
    ['how much do nurses earn', undefined, 'how much do nurses earn'],
  ])('finds the role of "%s" and hides its name', (text, role, masked) => {
    expect(find(words(text))).toEqual({ role, masked: words(masked) });
  });

  it('hides the whole of the longest name', () => {
    expect(find(words('a medical biller now'))).toEqual({ role: 'billing', masked: ['a', 'xqx', 'now'] });
  });

  it('reads the pair as the field and not as two roles', () => {
    expect(find(words('billing and coding pay'))).toEqual({ role: 'both', masked: ['xqqx', 'pay'] });
  });

  it('takes two roles named apart as both', () => {
    const { role, masked } = find(words('does a coder earn more than a biller'));
    expect(role).toBe('both');
    expect(masked.filter((word) => word === 'xqx')).toHaveLength(2);
  });

  it('names one role where the same is named twice', () => {
    expect(find(words('coder coding')).role).toBe('coding');
  });

  it('finds nothing in no words', () => {
    expect(find([])).toEqual({ role: undefined, masked: [] });
  });

  it('reads every name in roles.yaml as its role', () => {
    const { knowledge } = realMatcher();
    const findReal = createRoleFinder(knowledge.roles);
    for (const { id, synonyms } of knowledge.roles) {
      for (const said of synonyms) expect([said, findReal(words(said)).role]).toEqual([said, id]);
    }
  });
});
