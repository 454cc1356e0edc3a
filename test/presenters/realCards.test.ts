// The cards of the real results: they say what the text says, and are small enough to be drawn.
import type { AdviceSession } from '../../src/domain/advice';
import { loadKnowledge } from '../../src/knowledge/load';
import { channelOf } from '../../src/presenters/channel';
import { presentResult } from '../../src/presenters/recommendation';
import { cardOf, textsIn, wordsOf, type Card } from '../helpers/cardElements';
import { largestSession, sampledSessions } from '../helpers/sessions';
import { KNOWLEDGE_DIR } from '../helpers/trainedModel';

const knowledge = loadKnowledge(KNOWLEDGE_DIR);
const { phrases, questionnaire } = knowledge;
const sessions = sampledSessions(questionnaire, 100);

/** What a card with its text may weigh in UTF-8: small enough for every client. */
const CARD_LIMIT = 28 * 1024;
/** What a whole message may weigh in UTF-16 for Teams to be sure to take it, as its guide to bot messages has it. */
const TEAMS_LIMIT = 80 * 1000;

const sent = (session: AdviceSession, channel: string) =>
  presentResult(knowledge, session, channelOf(channel));
const cardIn = (session: AdviceSession): Card => cardOf(sent(session, 'webchat'));
const weightOf = (session: AdviceSession): number => Buffer.byteLength(JSON.stringify(cardIn(session)));

describe('the card of a real result', () => {
  it('says the words of its text, in their order, and no others', () => {
    for (const session of sessions) {
      const card = cardIn(session);
      expect(textsIn(card).flatMap(wordsOf)).toEqual(wordsOf(card.fallbackText));
    }
  });

  it.each(['sms', 'slack'])('says what is sent as text on %s, where there are no cards', (channel) => {
    for (const session of sessions) {
      const { fallbackText } = cardIn(session);
      const { text = '' } = sent(session, channel);
      expect(wordsOf(text)).toEqual(wordsOf(`${fallbackText} ${phrases.adviceNext}`));
    }
  });

  it('comes with the opening of its text', () => {
    for (const session of sessions) {
      const opening = sent(session, 'webchat').text!.split('\n\n').slice(0, -1);
      const paragraphs = cardIn(session).fallbackText.split('\n\n');
      expect(opening).toEqual(paragraphs.slice(1, 1 + opening.length));
    }
  });

  it('is small enough to be drawn even where there is most to say', () => {
    const largest = largestSession(questionnaire, weightOf);
    expect(Math.max(...sessions.map(weightOf))).toBeLessThanOrEqual(weightOf(largest));
    expect(weightOf(largest)).toBeLessThan(CARD_LIMIT);
    expect(2 * JSON.stringify(sent(largest, 'msteams')).length).toBeLessThan(TEAMS_LIMIT);
  });
});
