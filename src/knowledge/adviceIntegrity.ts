// Rules across the files of the guided advice: what it refers to exists, no two options claim the same words, and the
// figures of what it tells (introductions, advice on hurdles, the side-by-side, cautions) are sourced.
import type { KnowledgeIssue } from '../errors';
import { unsourcedNumbers } from './figures';
import type { KnowledgeFiles } from './integrity';
import type { Path, YamlFile } from './yamlFile';

type Files = Pick<KnowledgeFiles, 'questionnaire' | 'statements' | 'result' | 'roles' | 'facts'>;

/** Every broken rule; files that could not be read count as empty. */
export function adviceIssues(files: Files): KnowledgeIssue[] {
  return [
    ...sourcedTexts(files).flatMap((text) => sourceIssues(files, text)),
    ...optionIssues(files),
    ...nameIssues(files),
    ...statementIssues(files),
    ...aspectIssues(files),
  ];
}

interface SourcedText {
  readonly file: YamlFile<unknown>;
  readonly path: Path;
  readonly texts: readonly string[];
  readonly facts: readonly string[];
}

/** Everything that rests on facts, with the place of its list of facts. */
function sourcedTexts({ questionnaire, result, roles }: Files): SourcedText[] {
  const stages = questionnaire.value?.stages ?? [];
  const ofStages = stages.flatMap(({ intro, facts, questions }, s): SourcedText[] => [
    { file: questionnaire, path: ['stages', s], texts: [intro], facts },
    ...questions.flatMap((question, q): SourcedText[] => {
      const path = ['stages', s, 'questions', q];
      const { beside } = question;
      return [
        { file: questionnaire, path, texts: [], facts: question.facts },
        ...(beside
          ? [
              {
                file: questionnaire,
                path: [...path, 'beside'],
                texts: [beside.text],
                facts: beside.facts,
              },
            ]
          : []),
      ];
    }),
  ]);
  const ofHurdles = Object.entries(questionnaire.value?.hurdles ?? {}).map(
    ([id, { advice, facts }]): SourcedText => ({
      file: questionnaire,
      path: ['hurdles', id],
      texts: [advice],
      facts,
    }),
  );
  const ofAspects = (result.value?.aspects ?? []).map(({ title, cells, facts }, at): SourcedText => ({
    file: result,
    path: ['aspects', at],
    texts: [title, ...Object.values(cells)],
    facts,
  }));
  const school = result.value?.school;
  const ofSchool = school
    ? [{ file: result, path: ['school'], texts: [school.intro, ...school.questions], facts: school.facts }]
    : [];
  const ofRoles = (roles.value ?? []).map(({ summary, caution, facts }, at): SourcedText => ({
    file: roles,
    path: [at],
    texts: [summary, caution],
    facts,
  }));
  return [...ofStages, ...ofHurdles, ...ofAspects, ...ofSchool, ...ofRoles];
}

function sourceIssues({ facts: { value: known } }: Files, text: SourcedText): KnowledgeIssue[] {
  if (!known) return [];
  const { file, path, texts, facts } = text;
  const missing = facts.flatMap((id, at) =>
    Object.hasOwn(known, id)
      ? []
      : [file.issueAt([...path, 'facts', at], `there is no fact ${id} in facts.yaml`)],
  );
  const unsourced = texts
    .flatMap((each) => unsourcedNumbers(each, facts, known))
    .map((number) => file.issueAt(path, `${number} is in none of the facts here; add the fact or drop it`));
  return [...missing, ...unsourced];
}

function optionIssues({ questionnaire }: Files): KnowledgeIssue[] {
  const hurdles = new Set(Object.keys(questionnaire.value?.hurdles ?? {}));
  return (questionnaire.value?.stages ?? []).flatMap((stage, s) =>
    stage.questions.flatMap((question, q) => {
      const owner = new Map<string, string>();
      return question.options.flatMap((option, o) => {
        const path = ['stages', s, 'questions', q, 'options', o];
        const claims = [...new Set([option.label.toLowerCase(), ...option.synonyms])].flatMap((said) => {
          const first = owner.get(said);
          owner.set(said, first ?? option.label);
          return first
            ? [questionnaire.issueAt(path, `"${said}" also means the option "${first}"; remove one`)]
            : [];
        });
        const unknown =
          option.hurdle && !hurdles.has(option.hurdle)
            ? [
                questionnaire.issueAt(
                  [...path, 'hurdle'],
                  `there is no hurdle ${option.hurdle} under hurdles`,
                ),
              ]
            : [];
        return [...claims, ...unknown];
      });
    }),
  );
}

/** "Change my answer about pay" must lead to one question. */
function nameIssues({ questionnaire }: Files): KnowledgeIssue[] {
  const owner = new Map<string, string>();
  return (questionnaire.value?.stages ?? []).flatMap((stage, s) =>
    stage.questions.flatMap(({ id, names }, q) =>
      names.flatMap((name, n) => {
        const first = owner.get(name);
        owner.set(name, first ?? id);
        const path = ['stages', s, 'questions', q, 'names', n];
        return first
          ? [questionnaire.issueAt(path, `"${name}" also names the question ${first}; remove one`)]
          : [];
      }),
    ),
  );
}

function statementIssues({ questionnaire, statements }: Files): KnowledgeIssue[] {
  if (!questionnaire.value || !statements.value) return [];
  const questions = questionnaire.value.stages.flatMap((stage) => stage.questions);
  const owner = new Map<string, string>();
  return Object.entries(statements.value.answers).flatMap(([question, options]) =>
    Object.entries(options).flatMap(([option, says]) => {
      const path = ['answers', question, option];
      const asked = questions.find(({ id }) => id === question);
      if (!asked?.options.some(({ id }) => id === option)) {
        return [statements.issueAt(path, `the questionnaire has no option ${option} of ${question}`)];
      }
      return says.flatMap((said, at) => {
        const plain = said.toLowerCase();
        const first = owner.get(plain);
        owner.set(plain, first ?? `${question}/${option}`);
        return first
          ? [statements.issueAt([...path, at], `"${said}" is a statement of ${first} already`)]
          : [];
      });
    }),
  );
}

function aspectIssues({ questionnaire, result }: Files): KnowledgeIssue[] {
  if (!questionnaire.value) return [];
  const known = new Set(questionnaire.value.stages.flatMap(({ questions }) => questions.map(({ id }) => id)));
  return (result.value?.aspects ?? []).flatMap(({ questions }, a) =>
    questions.flatMap((id, at) =>
      known.has(id)
        ? []
        : [result.issueAt(['aspects', a, 'questions', at], `the questionnaire has no question ${id}`)],
    ),
  );
}
