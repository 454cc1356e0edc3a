import { MessageFactory } from 'botbuilder';
import { addressed } from '../../src/presenters/address';
import { choiceCard } from '../../src/presenters/choiceCard';
import { PHRASES } from '../helpers/builders';

const ann = { id: '29:ann', name: 'Ann' };
const card = MessageFactory.attachment(choiceCard({ id: '1', question: 'Well?' }, ['Yes']));

describe('addressed', () => {
  it('begins a text with a mention that the channel understands', () => {
    const entity = { type: 'other' };
    expect(addressed(PHRASES, { text: 'Hi.', entities: [entity] }, ann, true)).toEqual({
      text: '<at>Ann</at> Hi.',
      entities: [entity, { type: 'mention', text: '<at>Ann</at>', mentioned: ann }],
    });
  });

  it('begins it with the name alone where the person is not to be notified', () => {
    expect(addressed(PHRASES, { text: 'Hi.' }, ann, false)).toEqual({ text: '**Ann** Hi.', entities: [] });
  });

  it('says on a card whom it is for, and mentions them in the way of cards', () => {
    const content: unknown = addressed(PHRASES, card, ann, true).attachments![0]!.content;
    expect(content).toMatchObject({
      body: [{ text: 'forPerson <at>Ann</at>' }, { text: 'Well?' }, { type: 'ActionSet' }],
      fallbackText: 'forPerson <at>Ann</at>\n\nWell?\n\n1. Yes',
      msteams: { entities: [{ type: 'mention', text: '<at>Ann</at>', mentioned: ann }] },
    });
  });

  it('lets no markup in by a name', () => {
    const { text } = addressed(PHRASES, { text: 'Hi.' }, { id: 'x', name: '</at><b>*Bob*' }, false);
    expect(text).toBe('**/at b \\*Bob\\*** Hi.');
  });

  it('leaves a message as it is where the person has no name, or the card is none of ours', () => {
    expect(addressed(PHRASES, { text: 'Hi.' }, { id: 'x', name: ' ' }, true)).toEqual({ text: 'Hi.' });
    const picture = { attachments: [{ contentType: 'image/png' }] };
    expect(addressed(PHRASES, picture, ann, true)).toEqual(picture);
  });
});
