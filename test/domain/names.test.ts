import { withoutNames } from '../../src/domain/names';
import { realMatcher } from '../helpers/trainedModel';

const { recognizer } = realMatcher();
const strip = (text: string, names: readonly string[] = []): string => recognizer.withoutNames(text, names);

describe('withoutNames', () => {
  it.each([
    ['my name is jane smith and i want to know about pay', 'my name is [name] and i want to know about pay'],
    ['My name is Grace Will, what does a coder do', 'My name is [name], what does a coder do'],
    ["I'm Priya Patel from Ohio, is the exam hard?", "I'm [name] from Ohio, is the exam hard?"],
    ['im jane, how long does it take', 'im [name], how long does it take'],
    ['this is Maria. do you have classes', 'this is [name]. do you have classes'],
    ["hi, Tom here, what about Dr. Smith's office", 'hi, [name] here, what about Dr. [name] office'],
    ['does dr smith hire coders', 'does dr [name] hire coders'],
    ['ask Mrs. Brown about it', 'ask Mrs. [name] about it'],
    ['my son Liam has autism can he do this', 'my son [name] has autism can he do this'],
    ['my daughter named emma is sick', 'my daughter named [name] is sick'],
    ['I talked to Jennifer at the front desk', 'I talked to [name] at the front desk'],
    ['Jane Doe here. what is the salary', '[name] here. what is the salary'],
    ['Is my friend Will Smith allowed to', 'Is my friend [name] allowed to'],
    ['MY NAME IS JANE DOE', 'MY NAME IS [name]'],
    ['thanks, Jane', 'thanks, [name]'],
    ["it's me, Sarah O'Brien", "it's me, [name]"],
    ['what would Nguyen pay me', 'what would [name] pay me'],
  ])('takes out of "%s" what its form gives away as a name', (text, rest) => {
    expect(strip(text)).toBe(rest);
  });

  it.each([
    'What does a CPC from the AAPC cost?',
    'do EMTs need ICD-10 and HIPAA training',
    "I'm Looking For A Job In Medical Billing",
    'I am tired and broke',
    'My doctor said no. Is that normal?',
    'Wich one is better',
    'THIS IS TOO HARD',
    '',
  ])('leaves "%s" as it is', (text) => {
    expect(strip(text)).toBe(text);
  });

  it('takes out what the channel tells to be a name, in any case, unless it is an ordinary word', () => {
    expect(strip('zoe grace wonders, and so does Grace', ['Zoe Grace'])).toBe(
      '[name] grace wonders, and so does [name]',
    );
    expect(strip('You and the user', ['You', 'User'])).toBe('You and the user');
  });

  it('misses a name in small letters that nothing brings up, and one that begins a sentence', () => {
    for (const text of ['can emma do it', 'Michael told me to ask']) expect(strip(text)).toBe(text);
  });

  it('is quick with what is names all the way', () => {
    const start = performance.now();
    withoutNames('my name is Ann Lee '.repeat(500), () => false);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
