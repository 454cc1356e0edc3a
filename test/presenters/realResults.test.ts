// The results of the real questionnaire: what each must say, whatever the author has written there.
import { answersOf, type AdviceSession } from '../../src/domain/advice';
import { phrase } from '../../src/domain/phrases';
import { optionOf, questionOf } from '../../src/domain/questionnaire';
import { recommend } from '../../src/domain/recommendation';
import { loadKnowledge } from '../../src/knowledge/load';
import { channelOf } from '../../src/presenters/channel';
import { explanationText, resultText } from '../../src/presenters/recommendation';
import { capitalized, dollars } from '../../src/presenters/wording';
import { answersTo, sessionOf } from '../helpers/questionnaire';
import { sampledSessions } from '../helpers/sessions';
import { KNOWLEDGE_DIR } from '../helpers/trainedModel';

const knowledge = loadKnowledge(KNOWLEDGE_DIR);
const { phrases, questionnaire, roles, result } = knowledge;
const plain = channelOf('sms');

const textOf = (session: AdviceSession): string => resultText(knowledge, session, plain);

const results = sampledSessions(questionnaire, 300).map((session) => ({
  session,
  recommendation: recommend(questionnaire, answersOf(session)),
  text: textOf(session),
}));

/** The text of the first result of which it does not hold. */
const wrong = (holds: (result: (typeof results)[number]) => boolean): string | undefined =>
  results.find((each) => !holds(each))?.text;

/** A place for a value, an empty item, what is no text, a gap. */
const SLIPS = /\{\w*\}|^-\s*$|undefined|null|NaN|\[object|\n{3}| {2}/m;

/** The role as the column of the comparison that is suggested. */
const marked = (title: string): string => phrase(phrases, 'suggested', { role: capitalized(title) });

describe('the results of the real questionnaire', () => {
  it('are looked at in every kind: each role, how surely, blocked or not, and none', () => {
    const kinds = new Set(
      results.map(({ recommendation }) =>
        recommendation.kind === 'role'
          ? [
              recommendation.role,
              recommendation.closeness,
              recommendation.blockedBy.length > 0 ? 'blocked' : 'free',
            ].join(' ')
          : recommendation.kind,
      ),
    );
    const ofRoles = roles.flatMap(({ id }) => [
      `${id} clear free`,
      `${id} close free`,
      `${id} close blocked`,
      `${id} too-little-known free`,
    ]);
    expect([...ofRoles, 'none'].filter((kind) => !kinds.has(kind))).toEqual([]);
  });

  it('have no unfilled place, no empty item, no stray value and no gap', () => {
    expect(wrong(({ text }) => !SLIPS.test(text))).toBeUndefined();
  });

  it('have lines that begin with a capital, and reasons of two clauses and a stop', () => {
    const reasonsIn = (text: string) =>
      [phrases.advisedBecause, phrases.advisedAgainst].flatMap(
        (heading) => text.split(`\n${heading}\n\n`)[1]?.split('\n\n')[0]?.split('\n') ?? [],
      );
    expect(wrong(({ text }) => !/^(- )?[a-z]/m.test(text))).toBeUndefined();
    expect(
      wrong(({ text }) =>
        reasonsIn(text).every(
          (line) =>
            /^- [A-Z][^:]+: [^:]*[^.:]\.$/.test(line) || roles.some(({ caution }) => line.includes(caution)),
        ),
      ),
    ).toBeUndefined();
  });

  it('say the role first, its caution and its plan; no plan and no mark where there is none', () => {
    const stepsOf = (id: string) =>
      roles.filter((role) => role.id === id).flatMap(({ plan }) => plan.flatMap(({ steps }) => steps));
    expect(
      wrong(({ text, recommendation }) => {
        if (recommendation.kind !== 'role') {
          return (
            !text.includes(`\n${phrases.plan}\n`) && roles.every(({ title }) => !text.includes(marked(title)))
          );
        }
        const role = roles.find(({ id }) => id === recommendation.role)!;
        return (
          text.split('\n\n')[1]!.includes(role.title) &&
          text.includes(role.caution) &&
          text.includes(`- ${marked(role.title)}: `) &&
          stepsOf(role.id).every((step) => text.includes(`- ${step}`))
        );
      }),
    ).toBeUndefined();
  });

  it('open with what blocks the role, and nothing else; advise on every hurdle', () => {
    expect(
      wrong(({ text, recommendation }) => {
        const [, opening = ''] = text.split('\n\n');
        const blockedBy = recommendation.kind === 'role' ? recommendation.blockedBy : [];
        const { hurdles } = questionnaire;
        return (
          opening.startsWith(phrases.advisedBlocked.split('{')[0]!) === blockedBy.length > 0 &&
          blockedBy.every((hurdle) => opening.includes(hurdles[hurdle]!.first)) &&
          recommendation.hurdles.every((hurdle) => text.includes(`- ${hurdles[hurdle]!.advice}`))
        );
      }),
    ).toBeUndefined();
  });

  it('have all questions for a school where a role may fit, and say that they are an aid', () => {
    expect(
      wrong(({ text, recommendation: { kind } }) =>
        result.school.questions.every((each) => text.includes(each) === (kind !== 'none')),
      ),
    ).toBeUndefined();
    expect(wrong(({ text }) => text.includes(phrases.advisedAid))).toBeUndefined();
  });

  it('name each source once', () => {
    expect(
      wrong(({ text }) => {
        const sources = text.split(`${phrases.resultSources} `).at(-1)!.split('; ');
        const names = sources.map((source) => source.replace(/ \([^()]*\)$/, ''));
        return names.length > 1 && new Set(names).size === names.length;
      }),
    ).toBeUndefined();
  });

  it('compare by what was answered and by what concerns all', () => {
    expect(
      wrong(({ text, session }) => {
        const answered = answersOf(session);
        return result.aspects.every(({ title, questions }) => {
          const isCaredFor = questions.length === 0 || questions.some((id) => id in answered);
          return text.includes(`\n${title}\n- `) === isCaredFor;
        });
      }),
    ).toBeUndefined();
  });

  it("say back what was told, and the person's own amount wherever they named one", () => {
    expect(
      wrong(({ text, session: { answered } }) =>
        answered.every(({ question, option, amount }) => {
          const chosen = optionOf(questionOf(questionnaire, question)!, option);
          if (!chosen) return true;
          if (amount === undefined) return text.includes(capitalized(chosen.said ?? ''));
          return (
            text.includes(`- ${capitalized(phrase(phrases, 'saidAmount', { amount: dollars(amount) }))}\n`) &&
            !text.includes(capitalized(chosen.said!))
          );
        }),
      ),
    ).toBeUndefined();
  });

  it('point to tools that find other work where no role fits', () => {
    const none = results.find(({ recommendation }) => recommendation.kind === 'none')!;
    expect(none.text).toMatch(/careeronestop\.org.*mynextmove\.org/);
  });

  it('call the role a hint where little is known', () => {
    expect(textOf(sessionOf(answersTo({ material: 'science' })))).toContain(
      phrase(phrases, 'advisedLittleKnown', { role: 'medical coding' }),
    );
  });

  it('suggest nothing where nothing is known', () => {
    const text = textOf(sessionOf(answersTo({ material: 'unsure' })));
    expect(text).toContain(phrases.adviceUnknown);
    expect(text.split('\n\n')[2]).toBe(phrases.sideBySide);
    expect(roles.filter(({ title }) => text.includes(marked(title)))).toEqual([]);
  });
});

describe('the explanations of the real questionnaire', () => {
  it('have no unfilled place, no empty item, no stray value and no gap', () => {
    const texts = results.map(({ session }) => explanationText(knowledge, session, plain));
    expect(texts.find((text) => SLIPS.test(text))).toBeUndefined();
  });
});
