// Good activities, one of every kind that a channel sends: what the mutations begin with.
import type { Chance } from './chance';
import type { Json } from './mutations';

const TEXTS = [
  'what does a coder do',
  'and how much do they make?',
  'help me choose',
  '1',
  '2',
  'skip',
  'back',
  'do I need a GED?',
  'show your reasoning',
  'I want $22 an hour and nights only',
  'send me a summary',
  'forget me',
  'asdf qwer zxcv',
  'hello',
];

/** @param serviceUrl that takes the replies, where they do not ride on the response */
export function anActivity(chance: Chance, serviceUrl: string): Json {
  const channelId = chance.pick(['emulator', 'msteams', 'sms', 'webchat', 'directline']);
  const inGroup = channelId === 'msteams' && chance.happens(0.4);
  const person = `29:person-${chance.below(50)}`;
  const said = `message-${chance.below(1000)}`;
  const common = {
    id: `activity-${chance.below(1_000_000_000)}`,
    channelId,
    serviceUrl,
    timestamp: '2026-11-28T12:00:00.000Z',
    conversation: {
      id: `conversation-${chance.below(500)}`,
      ...(inGroup && { isGroup: true, conversationType: 'groupChat', tenantId: 'tenant' }),
    },
    from: { id: person, name: 'Ann' },
    recipient: { id: '28:bot', name: 'Career advisor' },
    ...(chance.happens(0.7) && { deliveryMode: 'expectReplies' }),
  };
  const message = { ...common, type: 'message', text: chance.pick(TEXTS), locale: 'en-US', entities: [] };
  const others = (): Json[] => [
    { ...common, type: 'conversationUpdate', membersAdded: [{ id: person }, { id: '28:bot' }] },
    { ...common, type: 'installationUpdate', action: chance.pick(['add', 'remove']) },
    { ...message, type: 'messageUpdate', id: said, channelData: { eventType: 'editMessage' } },
    { ...common, type: 'messageDelete', id: said, channelData: { eventType: 'softDeleteMessage' } },
    { ...common, type: 'messageReaction', replyToId: said, reactionsAdded: [{ type: 'like' }] },
    { ...common, type: 'typing' },
    { ...common, type: 'event', name: 'webchat/join', value: { language: 'en' } },
    { ...message, text: `<at>Career advisor</at> ${chance.pick(TEXTS)}`, entities: [mention] },
    {
      ...message,
      text: '',
      value: { choice: 'x' },
      attachments: [{ contentType: 'image/png', contentUrl: serviceUrl }],
    },
    invoke('adaptiveCard/action', {
      action: { verb: 'choose', data: { card: said, choice: 'skip' } },
      trigger: 'manual',
    }),
    invoke('adaptiveCard/action', {
      action: { verb: 'ask', data: { ask: 'coding.duties', of: ['billing.pay'] } },
    }),
    invoke('message/submitAction', {
      actionName: 'feedback',
      actionValue: { reaction: 'like', feedback: '{"feedbackText":"good"}' },
    }),
  ];
  const mention = { type: 'mention', text: '<at>Career advisor</at>', mentioned: common.recipient };
  const invoke = (name: string, value: Json): Json => ({
    ...common,
    type: 'invoke',
    name,
    value,
    replyToId: said,
  });
  return chance.happens(0.6) ? message : chance.pick(others());
}

/** What a page posts into its conversation of Direct Line. */
export const aPost = (chance: Chance): Json =>
  chance.pick<Json>([
    { type: 'message', text: chance.pick(TEXTS), locale: 'en', textFormat: 'plain' },
    {
      type: 'message',
      text: chance.pick(TEXTS),
      channelData: { clientActivityID: `c${chance.below(1000)}`, postBack: true, messageBack: { value: 1 } },
    },
    { type: 'event', name: 'webchat/join', value: { language: 'en' } },
    { type: 'typing' },
  ]);
