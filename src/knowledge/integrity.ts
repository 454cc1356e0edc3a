// Rules across the knowledge files: what one file says must exist in another, and what no schema can see.
import type { z } from 'zod';
import type { KnowledgeIssue } from '../errors';
import { COMMAND_IDS } from '../domain/faq';
import { adviceIssues } from './adviceIntegrity';
import { unsourcedNumbers } from './figures';
import type { policiesFile } from './policySchema';
import type * as schema from './schema';
import type { teamsFile } from './teamsSchema';
import type { widgetFile } from './widgetSchema';
import type { YamlFile } from './yamlFile';

type Parsed<S extends z.ZodType> = YamlFile<z.infer<S>>;

export interface KnowledgeFiles {
  readonly faq: readonly Parsed<typeof schema.faqFile>[];
  readonly chat: Parsed<typeof schema.chatFile>;
  readonly sources: Parsed<typeof schema.sourcesFile>;
  readonly facts: Parsed<typeof schema.factsFile>;
  readonly roles: Parsed<typeof schema.rolesFile>;
  readonly questionnaire: Parsed<typeof schema.questionnaireFile>;
  readonly statements: Parsed<typeof schema.statementsFile>;
  readonly result: Parsed<typeof schema.resultFile>;
  readonly background: Parsed<typeof schema.backgroundFile>;
  readonly safety: Parsed<typeof schema.safetyFile>;
  readonly phrases: Parsed<typeof schema.phrasesFile>;
  readonly widget: Parsed<typeof widgetFile>;
  readonly policies: Parsed<typeof policiesFile>;
  readonly teams: Parsed<typeof teamsFile>;
}

/** An answer longer than this is not read on a phone. */
export const MAX_ANSWER_WORDS = 90;

/** Every broken rule; an empty list means that the files fit together. Files with issues of their own count as empty. */
export function integrityIssues(files: KnowledgeFiles): KnowledgeIssue[] {
  return [
    ...uniqueIds(files),
    ...references(files),
    ...answers(files),
    ...uniqueVariants(files),
    ...commandsPresent(files),
    ...adviceIssues(files),
  ];
}

function uniqueIds(files: KnowledgeFiles): KnowledgeIssue[] {
  const seen = new Map<string, string>();
  return [...files.faq, files.chat].flatMap((file) =>
    (file.value ?? []).flatMap(({ id }, index) => {
      const first = seen.get(id);
      seen.set(id, first ?? file.name);
      return first ? [file.issueAt([index, 'id'], `${id} stands in ${first} already; remove one`)] : [];
    }),
  );
}

function references(files: KnowledgeFiles): KnowledgeIssue[] {
  const facts = new Set(Object.keys(files.facts.value ?? {}));
  const sources = new Set(Object.keys(files.sources.value ?? {}));
  const entries = new Set(files.faq.flatMap((file) => (file.value ?? []).map(({ id }) => id)));
  // Entries of a file that could not be read may be the ones related to.
  const allRead = files.faq.every((file) => file.value);
  const missingFact = (id: string) =>
    files.facts.value && !facts.has(id) ? [`there is no fact ${id} in facts.yaml`] : [];

  const ofEntries = files.faq.flatMap((file) =>
    (file.value ?? []).flatMap((entry, index) => [
      ...entry.facts.flatMap((id, at) =>
        missingFact(id).map((text) => file.issueAt([index, 'facts', at], text)),
      ),
      ...(entry.more?.facts ?? []).flatMap((id, at) =>
        missingFact(id).map((text) => file.issueAt([index, 'more', 'facts', at], text)),
      ),
      ...entry.related.flatMap((id, at) =>
        entries.has(id) || !allRead
          ? []
          : [file.issueAt([index, 'related', at], `there is no entry ${id} to relate to`)],
      ),
    ]),
  );
  const ofFacts = Object.entries(files.facts.value ?? {}).flatMap(([id, { source }]) =>
    files.sources.value && !sources.has(source)
      ? [files.facts.issueAt([id, 'source'], `there is no source ${source} in sources.yaml`)]
      : [],
  );
  return [...ofEntries, ...ofFacts];
}

function answers(files: KnowledgeFiles): KnowledgeIssue[] {
  const facts = files.facts.value;
  return files.faq.flatMap((file) =>
    (file.value ?? []).flatMap(({ answer, facts: rests, more }, index) =>
      [
        { path: [index, 'answer'], text: answer, rests },
        // What is told beside the answer may say its figures again.
        ...(more
          ? [{ path: [index, 'more', 'text'], text: more.text, rests: [...rests, ...more.facts] }]
          : []),
      ].flatMap(({ path, text, rests }) => {
        const words = text.split(/\s+/).length;
        return [
          ...(words > MAX_ANSWER_WORDS ? [`${words} words; shorten to at most ${MAX_ANSWER_WORDS}`] : []),
          ...(facts ? unsourcedNumbers(text, rests, facts) : []).map(
            (number) => `${number} is in none of the entry's facts; add the fact or drop the figure`,
          ),
        ].map((issue) => file.issueAt(path, issue));
      }),
    ),
  );
}

/** The same phrasing in two entries would teach the matcher both answers. */
function uniqueVariants(files: KnowledgeFiles): KnowledgeIssue[] {
  const owner = new Map<string, string>();
  const plain = (variant: string) =>
    variant
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  return [...files.faq, files.chat].flatMap((file) =>
    (file.value ?? []).flatMap(({ id, variants }, index) =>
      variants.flatMap((variant, at) => {
        const first = owner.get(plain(variant));
        owner.set(plain(variant), first ?? id);
        return first
          ? [file.issueAt([index, 'variants', at], `"${variant}" is a phrasing of ${first} already`)]
          : [];
      }),
    ),
  );
}

function commandsPresent(files: KnowledgeFiles): KnowledgeIssue[] {
  const present = new Set((files.chat.value ?? []).map(({ id }) => id));
  if (!files.chat.value) return [];
  return COMMAND_IDS.filter((id) => !present.has(id)).map((id) =>
    files.chat.issueAt([], `the command ${id} is missing`),
  );
}
