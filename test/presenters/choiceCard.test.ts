import { askCard, choiceCard, chosenCard, closedCard } from '../../src/presenters/choiceCard';
import { faqId } from '../helpers/builders';

const card = { id: 'card-1', question: 'How soon?' };
const longest = 'x'.repeat(21);

describe('choiceCard', () => {
  it('is the question with its buttons, each of which knows its card', () => {
    expect(choiceCard(card, ['Right away', 'No *rush*'])).toMatchSnapshot();
  });

  it('puts long choices on lines that wrap', () => {
    expect(choiceCard(card, [longest, 'No'])).toMatchSnapshot();
  });

  it('has at most five buttons in a row, as clients hide the others', () => {
    const { body } = choiceCard(card, [...'abcdefgh']).content as { body: { actions?: unknown[] }[] };
    expect(body.map(({ actions }) => actions?.length)).toEqual([undefined, 5, 3]);
  });
});

describe('chosenCard', () => {
  it('is the question with what was chosen, and no button', () => {
    expect(chosenCard('How soon?', 'No *rush*')).toMatchSnapshot();
  });
});

describe('closedCard', () => {
  it('is the note alone', () => {
    expect(closedCard('Closed.')).toMatchSnapshot();
  });
});

describe('askCard', () => {
  const questions = ['billing.pay', 'coding.pay'].map((id) => ({
    id: faqId(id),
    question: `What of ${id}?`,
  }));

  it('is the questions to ask, each of which knows the others', () => {
    expect(askCard('Ask:', questions)).toMatchSnapshot();
  });

  it('shows what was asked from it', () => {
    expect(askCard('Ask:', questions.slice(1), ['What of billing.pay?'])).toMatchSnapshot();
  });
});
