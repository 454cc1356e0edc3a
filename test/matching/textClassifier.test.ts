import { createTextClassifier, trainText } from '../../src/matching/textClassifier';

const texts = ['what do coders earn', 'salary of coders', 'is school hard', 'how long is school'].map(
  (text) => text.split(' '),
);
const labels = ['pay', 'pay', 'school', 'school'];

describe('createTextClassifier', () => {
  const { classes, score } = createTextClassifier(trainText(texts, labels));
  const best = (text: string) => {
    const { scores } = score(text.split(' '));
    return classes[scores.indexOf(Math.max(...scores))];
  };

  it('gives each class a score, highest for the one of the text', () => {
    expect(classes).toEqual(['pay', 'school']);
    expect(best('what do they earn')).toBe('pay');
    expect(best('long school')).toBe('school');
  });

  it('finds a word by its meaning that no text has', () => {
    expect(best('wages')).toBe('pay');
    expect(best('teacher')).toBe('school');
  });

  it('finds a text itself alike, and nearer than a class of other matters', () => {
    const { likeness } = score(texts[1]!);
    expect(likeness(0)).toBeCloseTo(1, 1);
    expect(likeness(1)).toBeLessThan(likeness(0) - 0.2);
  });

  it('keeps the likeness of one text when it scores the next', () => {
    const { likeness } = score(texts[1]!);
    const before = likeness(0);
    score(texts[2]!);
    expect(likeness(0)).toBe(before);
  });

  it('has no classes where nothing was learned, and one where one was', () => {
    expect(createTextClassifier(trainText([], [])).score(['pay']).scores).toHaveLength(0);
    const one = createTextClassifier(trainText([['pay']], ['only']));
    expect(one.classes).toEqual(['only']);
    expect(Number.isFinite(one.score(['pay']).scores[0])).toBe(true);
  });
});
