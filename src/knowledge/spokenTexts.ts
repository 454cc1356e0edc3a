// Every text that a person can be shown, each with the place where its author finds it.
import type { KnowledgeBase } from '../domain/knowledgeBase';
import { FALLBACK_LANGUAGE } from '../domain/language';
import { POLICY_PAGES } from '../domain/policies';
import { questionsOf } from '../domain/questionnaire';

export interface SpokenText {
  /** Part of the knowledge folder, ids from the outside in, field: `faq billing.pay answer`. */
  readonly place: string;
  readonly text: string;
}

/**
 * All of them, file by file. Names of sources are left out: they are nobody's sentence here; and so is what stands in
 * other languages, whose reading level is another matter.
 */
export function spokenTexts(knowledge: KnowledgeBase): SpokenText[] {
  const {
    entries,
    chat,
    safety,
    background,
    phrases,
    roles,
    questionnaire,
    result,
    widget,
    policies,
    teams,
  } = knowledge;
  return [
    ...[...entries.values()].flatMap(({ id, question, answer, more }) =>
      fields(`faq ${id}`, { question, answer, more: more?.text }),
    ),
    ...[...chat.values()].flatMap(({ id, answer }) => fields(`chat ${id}`, { answer })),
    ...safety.flatMap(({ id, reply }) => fields(`safety ${id}`, { reply })),
    ...background.flatMap(({ id, reply }) => fields(`background ${id}`, { reply })),
    ...fields('phrases', phrases),
    ...roles.flatMap(({ id, title, summary, caution, plan }) => [
      ...fields(`roles ${id}`, { title, summary, caution }),
      ...plan.flatMap(({ when, steps }) => fields(`roles ${id} plan`, { when, steps })),
    ]),
    ...questionnaire.stages.flatMap(({ id, intro }) => fields(`questionnaire ${id}`, { intro })),
    ...questionsOf(questionnaire).flatMap(({ id, text, why, beside, options }) => [
      ...fields(`questionnaire ${id}`, { text, why, beside: beside?.text }),
      ...options.flatMap(({ id: option, label, said, weights }) =>
        fields(`questionnaire ${id} ${option}`, {
          label,
          said,
          because: Object.values(weights).map(({ because }) => because),
        }),
      ),
    ]),
    ...Object.entries(questionnaire.menu).flatMap(([id, { label }]) =>
      fields(`questionnaire menu ${id}`, { label }),
    ),
    ...Object.entries(questionnaire.hurdles).flatMap(([id, { first, advice }]) =>
      fields(`questionnaire hurdles ${id}`, { first, advice }),
    ),
    ...result.aspects.flatMap(({ id, title, cells }) => fields(`result ${id}`, { title, ...cells })),
    ...Object.entries(widget[FALLBACK_LANGUAGE] ?? {}).flatMap(([part, words]) =>
      fields(`widget ${part}`, words),
    ),
    ...POLICY_PAGES.flatMap((page) => {
      const { title, intro, sections } = policies[page];
      return [
        ...fields(`policies ${page}`, { title, intro }),
        ...sections.flatMap(({ heading, text, items }) =>
          fields(`policies ${page}`, { heading, text, items }),
        ),
      ];
    }),
    ...fields('policies operator', policies.operator),
    ...fields('teams name', teams.name),
    ...fields('teams description', teams.description),
    ...teams.commands.flatMap(({ title, description }) => fields('teams commands', { title, description })),
    ...fields('result school', { intro: result.school.intro, questions: result.school.questions }),
  ];
}

/** Something that could stand for any `{value}`, a role or a number: two words of three syllables in all. */
const VALUE = 'medical work';

/** The text as it is said: its `{values}` replaced. */
export const asSaid = (text: string): string => text.replaceAll(/\{\w+\}/g, VALUE);

/** A text for each field that is there; a list is as many texts. */
function fields(
  place: string,
  given: Readonly<Record<string, string | readonly string[] | undefined>>,
): SpokenText[] {
  return Object.entries(given).flatMap(([field, texts = []]) =>
    [texts].flat().map((text) => ({ place: `${place} ${field}`, text: asSaid(text) })),
  );
}
