import { readFileSync } from 'node:fs';
import { TEAMS_SCOPES, type TeamsWords } from '../../src/domain/teamsApp';
import { loadKnowledge } from '../../src/knowledge/load';
import {
  createManifest,
  manifestIssues,
  type Manifest,
  type TeamsAppSettings,
} from '../../src/teamsApp/manifest';
import { TEAMS_WORDS } from '../helpers/builders';
import { KNOWLEDGE_DIR } from '../helpers/trainedModel';

const SETTINGS: TeamsAppSettings = {
  appId: '11111111-2222-3333-4444-555555555555',
  host: 'bot.example.org',
  developer: 'Sample College',
  website: 'https://school.example/',
  privacy: 'https://bot.example.org/privacy',
  terms: 'https://bot.example.org/terms',
  version: '1.2.0',
};

const manifestOf = (words: TeamsWords = TEAMS_WORDS): Manifest => createManifest(words, SETTINGS);

describe('createManifest', () => {
  it('is valid with the words of the knowledge', async () =>
    expect(await manifestIssues(manifestOf(loadKnowledge(KNOWLEDGE_DIR).teams))).toEqual([]));

  it('has what the operator and the author said', () => {
    expect(manifestOf()).toMatchObject({
      id: SETTINGS.appId,
      version: '1.2.0',
      developer: {
        name: 'Sample College',
        websiteUrl: 'https://school.example/',
        privacyUrl: 'https://bot.example.org/privacy',
        termsOfUseUrl: 'https://bot.example.org/terms',
      },
      name: TEAMS_WORDS.name,
      description: TEAMS_WORDS.description,
      validDomains: ['bot.example.org'],
    });
  });

  it('offers a bot without files in every scope, with the commands of each', () => {
    const [bot] = manifestOf().bots!;
    expect(bot).toMatchObject({ botId: SETTINGS.appId, scopes: TEAMS_SCOPES, supportsFiles: false });
    const offered = bot!.commandLists!.map(({ scopes, commands }) => [
      scopes,
      commands.map(({ title }) => title),
    ]);
    expect(offered).toEqual([
      [['personal'], ['everywhere', 'alone']],
      [['team'], ['everywhere']],
      [['groupChat'], ['everywhere']],
    ]);
  });

  it('has the colour of the chat on websites, which its icon has too', () =>
    expect(readFileSync('teams/color.svg', 'utf8')).toContain(`fill="${manifestOf().accentColor}"`));
});

describe('manifestIssues', () => {
  it.each<[string, object, RegExp]>([
    ['an id that is no GUID', { id: 'career-advisor' }, /^\/id must match pattern/],
    ['a name that is too long', { name: { short: 'x'.repeat(31) } }, /^\/name\/short .*30 characters/],
    ['no developer', { developer: undefined }, /required property 'developer'/],
    ['a word that the schema does not know', { colour: 'blue' }, /additional properties.*colour/],
    [
      'an old spelling',
      { bots: [{ botId: SETTINGS.appId, scopes: ['groupchat'] }] },
      /^\/bots\/0\/scopes\/0/,
    ],
    ['another version of the schema', { manifestVersion: '1.20' }, /^\/manifestVersion/],
  ])('finds %s', async (_, change, issue) => {
    const issues = await manifestIssues({ ...manifestOf(), ...change });
    expect(issues).toEqual(expect.arrayContaining([expect.stringMatching(issue)]));
  });

  it('asks no network', async () => {
    const fetching = jest.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('no network'));
    await manifestIssues(manifestOf());
    expect(fetching).not.toHaveBeenCalled();
    fetching.mockRestore();
  });
});
