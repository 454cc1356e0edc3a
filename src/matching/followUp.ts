// Reads what a follow-up leaves out: the topic ("what about billers?") or the role ("and how much do they make?").
import type { ConversationContext } from '../domain/conversationContext';
import type { RoleId } from '../domain/role';
import type { Prepared } from './intentClassifier';

/** Words that carry no topic; a message of these and a role asks the last question again for that role. */
const FILLERS = new Set(
  `a about actually again aha also an and both career field haha hm hmm job jobs lol role roles there those they them true when works are as ask asking at but case did do does else for hey how i if im in instead is it its
  just know like me mean meant medical my no nope not of oh ok on one ones or other please question rather same side so sorry
  talking tell that the then thing think this to too um wait want was well what whats with would yeah yes you
  both doing first folks former guys latter only people person please regarding second 4`.split(/\s+/),
);
/** Words that point back at what was said. */
const POINTERS = new Set(
  'they them their theyre it its that this those these he she his her there one job'.split(' '),
);
/** The longest message that may be a shortened one though nothing in it points back, in words. */
const SHORT = 4;
/** A message that opens with one of these goes on from the last. */
const CONNECTIVES = new Set('and also but so then ok what'.split(' '));
/** Words that set the roles side by side or mean the field as a whole, so that neither role is carried over. */
const COMPARISONS = new Set(
  'which either both versus compare compared difference same similar better field industry whole'.split(' '),
);

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
  if (!nouns || !pointsBack(tokens)) return tokens;
  const content =
    CONNECTIVES.has(tokens[0]!) && tokens.length > 1 && tokens[0] !== 'what' ? tokens.slice(1) : tokens;
  const spelled = content.map((token) =>
    PEOPLE.has(token) ? nouns.people : WORK.has(token) ? nouns.work : token,
  );
  return spelled.some((token, at) => token !== content[at]) ? spelled : [...content, 'for', nouns.people];
}

const pointsBack = (tokens: readonly string[]): boolean =>
  tokens.length <= SHORT || CONNECTIVES.has(tokens[0] ?? '') || tokens.some((token) => POINTERS.has(token));

/** The role that "the other one", "the first" or "the latter" means; roles are always named in the same order. */
function pointedAt(tokens: readonly string[], { role }: ConversationContext): RoleId | undefined {
  if (!role) return undefined;
  if (tokens.includes('other')) return OTHER[role];
  if (tokens.some((token) => token === 'first' || token === 'former')) return 'billing';
  if (tokens.some((token) => token === 'second' || token === 'latter')) return 'coding';
  return undefined;
}

export function readFollowUp({ tokens, masked, role }: Prepared, context: ConversationContext): FollowUp {
  const content = masked.filter((token) => !FILLERS.has(token) && !/^xq+x$/.test(token));
  // "What does a coder do" asks for something, though each of its words is small.
  const asksDuties = tokens.includes('what') && tokens.at(-1) === 'do';
  const bare = content.length === 0 && tokens.length > 0 && !asksDuties;
  const other = pointedAt(tokens, context);
  const comparison = tokens.some((token) => COMPARISONS.has(token));
  if (bare && (role ?? other)) {
    return { role: role ?? other, carried: false, topic: context.topic ?? BARE_TOPIC, comparison };
  }
  if (role ?? other) return { role: role ?? other, carried: false, topic: undefined, comparison };
  const carried = !comparison && context.role !== undefined && context.role !== 'both';
  return { role: carried ? context.role : undefined, carried, topic: undefined, comparison };
}
