// The result of the guided advice as a document: what a person reads, prints and keeps.
import { answersOf, type AdviceSession } from '../domain/advice';
import type { Block, TextDocument } from '../domain/document';
import type { SpokenKnowledge } from '../domain/knowledgeBase';
import { phrase } from '../domain/phrases';
import { questionOf, type Hurdle } from '../domain/questionnaire';
import { recommend, type ForRole, type Reason, type Recommendation } from '../domain/recommendation';
import { ROLE_IDS, type RoleId } from '../domain/role';
import { whatIfs } from '../domain/whatIf';
import { titleOf } from './answer';
import { heading, list, paragraph, part } from './blocks';
import { comesFirst, headlineOf } from './resultHeadline';
import { sourcesOf } from './sources';
import { capitalized, saidTo, toldBy } from './wording';

/** Everything there is to say of a session: the recommendation with its reasons, the roles side by side, a plan. */
export function resultDocument(knowledge: SpokenKnowledge, session: AdviceSession): TextDocument {
  const { phrases } = knowledge;
  const recommendation = recommend(knowledge.questionnaire, answersOf(session));
  const role = recommendation.kind === 'role' ? recommendation : undefined;
  const parts: (readonly Block[])[] = [
    [heading(1, phrases.resultTitle), ...headlineOf(knowledge, recommendation).map(paragraph)],
    part(phrases.advisedFirst, hurdleAdvice(knowledge, recommendation.hurdles)),
    reasonsOf(knowledge, session, recommendation),
    whatIfPart(knowledge, session, recommendation),
    comparisonPart(knowledge, session, role?.role),
    ...(role ? [planPart(knowledge, role)] : []),
    ...(recommendation.kind === 'none' ? [] : [schoolPart(knowledge)]),
    part(
      phrases.toldMe,
      session.answered.flatMap((each) => capitalized(toldBy(knowledge, each) ?? '') || []),
    ),
    [paragraph(phrases.advisedAid), sourcesBlock(knowledge, session, recommendation)],
  ];
  return parts.flat();
}

const hurdleAdvice = ({ questionnaire }: SpokenKnowledge, hurdles: readonly Hurdle[]): string[] =>
  hurdles.flatMap((hurdle) => questionnaire.hurdles[hurdle]?.advice ?? []);

function reasonsOf(
  knowledge: SpokenKnowledge,
  session: AdviceSession,
  recommendation: Recommendation,
): Block[] {
  const { phrases, roles } = knowledge;
  const items = (reasons: readonly Reason[]) =>
    reasons.map(({ question, because }) =>
      phrase(phrases, 'reason', { said: capitalized(saidTo(knowledge, session, question)), because }),
    );
  if (recommendation.kind === 'unknown') return [];
  if (recommendation.kind === 'none') return part(phrases.advisedAgainst, items(recommendation.reasons));
  const caution = roles.find(({ id }) => id === recommendation.role)?.caution ?? '';
  return [
    ...part(phrases.advisedBecause, items(recommendation.reasons)),
    ...part(phrases.advisedAgainst, [...items(recommendation.against), caution]),
  ];
}

function whatIfPart(knowledge: SpokenKnowledge, session: AdviceSession, { kind }: Recommendation): Block[] {
  const { phrases, questionnaire } = knowledge;
  if (kind === 'unknown') return [];
  const changes = whatIfs(questionnaire, answersOf(session)).map(({ said, outcome }) =>
    outcome === 'none'
      ? phrase(phrases, 'whatIfNone', { said })
      : phrase(phrases, 'whatIfRole', { said, role: titleOf(knowledge, outcome) }),
  );
  return part(phrases.whatIf, changes.length > 0 ? changes : [phrases.whatIfNothing]);
}

/** The rows that concern everyone, and those whose questions the person answered. */
function comparisonPart(
  knowledge: SpokenKnowledge,
  session: AdviceSession,
  suggested: RoleId | undefined,
): Block[] {
  const { phrases } = knowledge;
  const columns = ROLE_IDS.map((role) => {
    const title = capitalized(titleOf(knowledge, role));
    return role === suggested ? phrase(phrases, 'suggested', { role: title }) : title;
  });
  const rows = aspectsFor(knowledge, session).map(({ title, cells }) => ({
    title,
    cells: ROLE_IDS.map((role) => cells[role]),
  }));
  return [
    heading(2, phrases.sideBySide),
    {
      kind: 'comparison',
      columns,
      rows,
      ...(suggested && { chosen: ROLE_IDS.indexOf(suggested) }),
    },
  ];
}

function aspectsFor({ result }: SpokenKnowledge, session: AdviceSession) {
  const answered = answersOf(session);
  return result.aspects.filter(
    ({ questions }) => questions.length === 0 || questions.some((id) => answered[id] !== undefined),
  );
}

function planPart(knowledge: SpokenKnowledge, recommendation: ForRole): Block[] {
  const { phrases, roles } = knowledge;
  const plan = roles.find(({ id }) => id === recommendation.role)?.plan ?? [];
  const first = comesFirst(knowledge, recommendation);
  return [
    heading(2, phrases.plan),
    ...(first ? [paragraph(phrase(phrases, 'planFirst', { first }))] : []),
    ...plan.flatMap(({ when, steps }) => [paragraph(`${when}:`), list(steps)]),
  ];
}

const schoolPart = ({ phrases, result: { school } }: SpokenKnowledge): Block[] => [
  heading(2, phrases.askSchool),
  paragraph(school.intro),
  list(school.questions),
];

/** The sources of all that was said, each once. */
function sourcesBlock(
  knowledge: SpokenKnowledge,
  session: AdviceSession,
  recommendation: Recommendation,
): Block {
  const { questionnaire, roles, result, phrases } = knowledge;
  const reasons =
    recommendation.kind === 'role'
      ? [...recommendation.reasons, ...recommendation.against]
      : recommendation.kind === 'none'
        ? recommendation.reasons
        : [];
  const ids = [
    ...recommendation.hurdles.flatMap((hurdle) => questionnaire.hurdles[hurdle]?.facts ?? []),
    ...reasons.flatMap(({ question }) => questionOf(questionnaire, question)?.facts ?? []),
    ...(recommendation.kind === 'role'
      ? (roles.find(({ id }) => id === recommendation.role)?.facts ?? [])
      : []),
    ...aspectsFor(knowledge, session).flatMap(({ facts }) => facts),
    ...result.school.facts,
  ];
  const facts = ids.flatMap((id) => knowledge.facts.get(id) ?? []);
  return { kind: 'sources', text: phrases.resultSources, sources: sourcesOf(facts) };
}
