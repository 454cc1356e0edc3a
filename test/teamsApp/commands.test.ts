// What Teams offers to say, said to the real bot.
import { TEAMS_SCOPES, commandsIn } from '../../src/domain/teamsApp';
import { startConversation } from '../helpers/conversation';
import { realMatcher } from '../helpers/trainedModel';

/** What each command comes to. */
const MEANT: Readonly<Record<string, readonly string[]>> = {
  'Help me choose': ['advice.start'],
  'What does a medical biller do?': ['billing.duties'],
  'What does a medical coder do?': ['coding.duties'],
  'How much does a biller earn?': ['billing.pay'],
  'How much does a coder earn?': ['coding.pay'],
  'How long does the training take?': ['billing.training-time', 'coding.training-time'],
  'Can I work from home?': ['both.remote'],
  'Are these jobs growing?': ['both.demand'],
  'Send me a summary': ['advice.summary'],
  'Forget me': ['chat.forget-me'],
  Help: ['chat.help'],
};

const { teams } = realMatcher().knowledge;

describe('the commands in Teams', () => {
  it('are all looked at here', () =>
    expect(Object.keys(MEANT).sort()).toEqual(teams.commands.map(({ title }) => title).sort()));

  it.each(Object.entries(MEANT))('"%s" is understood as %j', async (title, ids) => {
    const { report } = await startConversation({ channel: 'msteams' }).say(title);
    expect(report?.intents).toEqual(ids);
  });

  it.each(TEAMS_SCOPES)('are offered in %s, with the way to be forgotten', (scope) => {
    const titles = commandsIn(teams.commands, scope).map(({ title }) => title);
    expect(titles).toEqual(expect.arrayContaining(['Help me choose', 'Forget me']));
    expect(titles.length).toBeLessThanOrEqual(12);
  });
});
