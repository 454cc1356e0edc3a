// Reads what a follow-up leaves out: the topic ("what about billers?") or the role ("and how much do they make?").
import type { ConversationContext } from '../domain/conversationContext';
import type { RoleId } from '../domain/role';
import type { Prepared } from './intentClassifier';

/** Words that carry no topic; a message of these and a role asks the last question again for that role. */
const FILLERS = new Set(
  `a about actually again also an and both career field haha hm hmm job jobs lol role roles there those they them true when works are as ask asking at but case did do does else for hey how i if im in instead is it its
  just know like me mean meant medical my no nope not of oh ok on one ones or other please question rather same side so sorry
  talking tell that the then thing think this to too um wait want was well what whats with would yeah yes you`.split(
    /\s+/,
  ),
);
/** Words that point back at what was said. */
const POINTERS = new Set(
  'they them their theyre it its that this those these he she his her there one job'.split(' '),
);
/** A message that opens with one of these goes on from the last. */
const CONNECTIVES = new Set('and also but so then ok what'.split(' '));
/** Words that set the roles side by side, so that neither is carried over. */
const COMPARISONS = new Set(
  'which either both versus compare compared difference same similar better'.split(' '),
);
/** The longest message that may count as a shortened one without pointing back, in words. */
const SHORT = 4;

/** What a role alone asks where nothing was talked about: what it is. */
const BARE_TOPIC = 'definition';

const OTHER: Readonly<Partial<Record<RoleId, RoleId>>> = { billing: 'coding', coding: 'billing' };

export interface FollowUp {
  /** The role the message is about: named, or carried over. */
  readonly role: RoleId | undefined;
  /** True where the role was carried over and not named. */
  readonly carried: boolean;
  /** The topic to answer again, where the message leaves its topic out. */
  readonly topic: string | undefined;
  readonly comparison: boolean;
}

/** What stands for a role once it was named, and the noun to read in its place. */
const PEOPLE = new Set('they them he she these those'.split(' '));
const WORK = new Set('it this that'.split(' '));
const NOUNS: Readonly<Partial<Record<RoleId, { readonly people: string; readonly work: string }>>> = {
  billing: { people: 'billers', work: 'billing' },
  coding: { people: 'coders', work: 'coding' },
};

/** The tokens with what points back at the carried role spelled out: "and how much do they make" -> "... do coders make". */
export function spellOutRole(tokens: readonly string[], { role, carried }: FollowUp): readonly string[] {
  const nouns = carried && role ? NOUNS[role] : undefined;
  if (!nouns) return tokens;
  const content =
    CONNECTIVES.has(tokens[0]!) && tokens.length > 1 && tokens[0] !== 'what' ? tokens.slice(1) : tokens;
  const spelled = content.map((token) =>
    PEOPLE.has(token) ? nouns.people : WORK.has(token) ? nouns.work : token,
  );
  return spelled.some((token, at) => token !== content[at]) ? spelled : [...content, 'for', nouns.people];
}

export function readFollowUp({ tokens, masked, role }: Prepared, context: ConversationContext): FollowUp {
  const content = masked.filter((token) => !FILLERS.has(token) && !/^xq+x$/.test(token));
  // "What does a coder do" asks for something, though each of its words is small.
  const asksDuties = tokens.includes('what') && tokens.at(-1) === 'do';
  const bare = content.length === 0 && tokens.length > 0 && !asksDuties;
  const other = tokens.includes('other') && context.role ? OTHER[context.role] : undefined;
  const comparison = tokens.some((token) => COMPARISONS.has(token));
  if (bare && (role ?? other)) {
    return { role: role ?? other, carried: false, topic: context.topic ?? BARE_TOPIC, comparison };
  }
  if (role ?? other) return { role: role ?? other, carried: false, topic: undefined, comparison };
  const pointsBack =
    tokens.some((token) => POINTERS.has(token)) || CONNECTIVES.has(tokens[0] ?? '') || tokens.length <= SHORT;
  const carried = !comparison && pointsBack && context.role !== undefined && context.role !== 'both';
  return { role: carried ? context.role : undefined, carried, topic: undefined, comparison };
}
