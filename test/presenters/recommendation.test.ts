import { answersOf } from '../../src/domain/advice';
import { recommend } from '../../src/domain/recommendation';
import { channelOf } from '../../src/presenters/channel';
import { documentText } from '../../src/presenters/documentText';
import { explanationDocument } from '../../src/presenters/explanationDocument';
import { explanationText, presentResult, resultText } from '../../src/presenters/recommendation';
import { resultDocument } from '../../src/presenters/resultDocument';
import { headlineOf } from '../../src/presenters/resultHeadline';
import { adviceKnowledge as knowledge } from '../helpers/adviceKnowledge';
import { answersTo, sessionOf } from '../helpers/questionnaire';

const session = sessionOf(answersTo({ q1: 'o2', q2: 'o2', q3: 'o2', q4: 'o2', q5: 'o2', q6: 'o2' }));
const document = resultDocument(knowledge, session);
const headline = headlineOf(knowledge, recommend(knowledge.questionnaire, answersOf(session)));

describe('presentResult', () => {
  it.each(['sms', 'console', 'slack'])('sends all of it as text on %s, and then what to say next', (id) => {
    const { text, attachments, type } = presentResult(knowledge, session, channelOf(id));
    expect(type).toBe('message');
    expect(text).toBe(`${documentText(document, channelOf(id))}\n\nadviceNext`);
    expect(attachments ?? []).toEqual([]);
  });

  it.each(['webchat', 'directline', 'emulator', 'msteams'])('sends a card on %s', (id) => {
    const { attachments = [] } = presentResult(knowledge, session, channelOf(id));
    expect(attachments.map(({ contentType }) => contentType)).toEqual([
      'application/vnd.microsoft.card.adaptive',
    ]);
  });

  it('says the headline beside the card, and what to say next', () => {
    const { text } = presentResult(knowledge, session, channelOf('webchat'));
    expect(text).toBe([...headline, 'adviceNext'].join('\n\n'));
  });

  it('says the headline in the notification of a card', () => {
    expect(presentResult(knowledge, session, channelOf('msteams')).summary).toBe(headline.join(' '));
  });

  it('says the whole text where the client cannot draw the card', () => {
    const { attachments } = presentResult(knowledge, session, channelOf('webchat'));
    expect(attachments?.[0]?.content).toMatchObject({
      fallbackText: documentText(document, channelOf('webchat')),
    });
  });
});

describe('resultText', () => {
  it.each(['sms', 'webchat'])('is the document as the text of %s, and no card', (id) => {
    expect(resultText(knowledge, session, channelOf(id))).toBe(documentText(document, channelOf(id)));
  });
});

describe('explanationText', () => {
  it.each(['sms', 'webchat'])('is the explanation as the text of %s', (id) => {
    expect(explanationText(knowledge, session, channelOf(id))).toBe(
      documentText(explanationDocument(knowledge, session), channelOf(id)),
    );
  });
});
