// A tiny data set of a bank's customers: three intents that are easily told apart, and questions of other matters.
import type { LabelledText } from '../../src/evaluation/labelled';

const SUBJECTS: Readonly<Record<string, readonly string[]>> = {
  balance: ['my balance', 'the money in my account', 'how much money i have'],
  card: ['my lost card', 'a stolen card', 'a card that was lost'],
  loan: ['a loan for a house', 'borrowing for a home', 'a mortgage loan'],
};
const FRAMES = [
  'tell me about X',
  'i want to ask about X please',
  'help with X',
  'X',
  'question on X today',
  'can you look at X for me',
];
const OTHERS = [
  'will it rain in paris tomorrow',
  'who won the football match',
  'play some jazz music',
  'how tall is the eiffel tower',
  'translate hello into french',
  'recipe for tomato soup',
  'what is seven times eight',
  'book a flight to rome',
  'wake me up at seven',
  'tell a funny joke',
];

export function bankTexts(): Readonly<Record<'train' | 'test' | 'outOfScope', readonly LabelledText[]>> {
  const of = (frames: readonly string[]) =>
    Object.entries(SUBJECTS).flatMap(([intent, subjects]) =>
      subjects.flatMap((subject) => frames.map((frame) => ({ text: frame.replace('X', subject), intent }))),
    );
  return {
    train: of(FRAMES.slice(0, 4)),
    test: of(FRAMES.slice(4)),
    outOfScope: OTHERS.map((text) => ({ text, intent: 'none' })),
  };
}
