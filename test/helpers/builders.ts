// Small values of the domain for tests, each valid as it stands; a test names only what matters to it.
import type { ChatEntry, ChatId, Fact, FaqEntry, FaqId, Source } from '../../src/domain/faq';
import type { KnowledgeBase } from '../../src/domain/knowledgeBase';
import { PHRASE_VALUES, type Phrases } from '../../src/domain/phrases';
import type { Option, Question, Questionnaire } from '../../src/domain/questionnaire';
import type { Match, Reading } from '../../src/domain/recognition';
import { POLICY_PAGES, type Policies, type PolicyPage } from '../../src/domain/policies';
import { ROLE_IDS, type Role, type RoleId } from '../../src/domain/role';
import type { TeamsWords } from '../../src/domain/teamsApp';
import { WIDGET_VALUES, type WidgetWords } from '../../src/domain/widgetWords';

export const faqId = (id: string): FaqId => id as FaqId;

export const aSource = (id: string): Source => ({
  id,
  name: `Name of ${id}`,
  publisher: `Publisher of ${id}`,
  url: `https://${id}.example/`,
  read: '2026-11-22',
  again: '2027-05-22',
});

export const aFact = (source: Source, asOf: string): Fact => ({
  id: `${source.id} ${asOf}`,
  claim: `Claim of ${source.id}`,
  asOf,
  source,
  grade: 'A',
});

/** `anEntry('billing.pay')`: role and topic are read from the id. */
export function anEntry(id: string, given: Partial<FaqEntry> = {}): FaqEntry {
  const [role, topic] = id.split('.') as [RoleId, string];
  return {
    id: faqId(id),
    role,
    topic,
    question: `Question of ${id}?`,
    answer: `Answer of ${id}.`,
    facts: [],
    related: [],
    variants: [],
    ...given,
  };
}

export const aChat = (id: ChatId, variants: readonly string[] = []): ChatEntry => ({
  id,
  answer: `Answer of ${id}.`,
  variants,
});

export const aRole = (id: RoleId, synonyms: readonly string[] = [id]): Role => ({
  id,
  title: `title of ${id}`,
  summary: `Summary of ${id}.`,
  caution: `Caution of ${id}.`,
  facts: [],
  plan: [{ when: 'First week', steps: [`First step of ${id}.`, `Second step of ${id}.`] }],
  synonyms,
});

/** Each phrase is its own id and the values it has a place for: `progress {number} {total}`. */
export const PHRASES = Object.fromEntries(
  Object.entries(PHRASE_VALUES).map(([id, values]) => [
    id,
    [id, ...values.map((name) => `{${name}}`)].join(' '),
  ]),
) as Phrases;

/** Each text is its own id and the values it has a place for: `tooLong {over} {most}`. */
export const WIDGET_WORDS = Object.fromEntries(
  Object.entries(WIDGET_VALUES).map(([part, texts]) => [
    part,
    Object.fromEntries(
      Object.entries(texts).map(([id, values]: [string, readonly string[]]) => [
        id,
        [id, ...values.map((name) => `{${name}}`)].join(' '),
      ]),
    ),
  ]),
) as unknown as WidgetWords;

/** Each text says where it stands: `privacy text {days}`. */
export const POLICIES: Policies = {
  ...(Object.fromEntries(
    POLICY_PAGES.map((page) => [
      page,
      {
        title: `${page} title`,
        intro: `${page} intro`,
        sections: [
          { heading: `${page} heading`, text: `${page} text {days}`, items: [`${page} item {days}`] },
          { heading: `${page} own`, text: 'text', chat: 'own' },
          { heading: `${page} azure`, text: 'text', chat: 'azure' },
        ],
      },
    ]),
  ) as unknown as Record<PolicyPage, Policies[PolicyPage]>),
  operator: {
    heading: 'operator heading',
    named: 'named {operator}',
    unnamed: 'unnamed',
    contact: 'contact {contact} after',
    noContact: 'noContact',
  },
};

export const TEAMS_WORDS: TeamsWords = {
  name: { short: 'short name', full: 'full name' },
  description: { short: 'short description', full: 'full description' },
  commands: [
    { title: 'everywhere', description: 'description of everywhere' },
    { title: 'alone', description: 'description of alone', scopes: ['personal'] },
  ],
};

export interface KnowledgeParts extends Partial<Omit<KnowledgeBase, 'entries' | 'chat'>> {
  readonly entries?: readonly FaqEntry[];
  readonly chat?: readonly ChatEntry[];
}

export function aKnowledgeBase({ entries = [], chat = [], ...given }: KnowledgeParts = {}): KnowledgeBase {
  return {
    version: 'test',
    entries: new Map(entries.map((entry) => [entry.id, entry])),
    chat: new Map(chat.map((entry) => [entry.id, entry])),
    facts: new Map(),
    sources: new Map(),
    roles: ROLE_IDS.map((id) => aRole(id)),
    questionnaire: questionnaireOf({}),
    statements: { answers: [], asides: [] },
    result: { aspects: [], school: { intro: 'Ask the school.', questions: [], facts: [] } },
    background: [],
    safety: [],
    phrases: PHRASES,
    widget: { en: WIDGET_WORDS },
    policies: POLICIES,
    teams: TEAMS_WORDS,
    ...given,
  };
}

export const anOption = (label: string, ...synonyms: readonly string[]): Option =>
  ({ id: label, label, synonyms, weights: {} }) as unknown as Option;

export const aQuestion = (...options: readonly Option[]): Question =>
  ({
    id: 'question',
    text: 'Question?',
    why: 'Why.',
    names: ['name'],
    facts: [],
    options,
  }) as unknown as Question;

const MENU: Questionnaire['menu'] = {
  'go-on': { label: 'Go on', synonyms: [] },
  result: { label: 'See my result', synonyms: [] },
  restart: { label: 'Start again', synonyms: [] },
};

/** A questionnaire of no questions with these ways to skip one and to ask for its reason. */
export const questionnaireOf = (given: Partial<Questionnaire>): Questionnaire => ({
  stages: [],
  skip: [],
  why: [],
  wrong: [],
  menu: MENU,
  hurdles: {},
  ...given,
});

/** `aMatch(0.9, 'billing.pay')`: topic and role as of the first id. */
export function aMatch(confidence: number, ...ids: readonly string[]): Match {
  const [role, topic = 'none'] = (ids[0] ?? '').split('.');
  const known = ROLE_IDS.find((id) => id === role);
  return {
    topic,
    ids: ids as readonly FaqId[],
    confidence,
    ...(known && { role: ids.length > 1 ? 'both' : known }),
  };
}

export const aReading = (...matches: readonly Match[]): Reading => ({ text: 'text', matches });
