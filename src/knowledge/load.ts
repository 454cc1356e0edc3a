// Reads the knowledge folder into a KnowledgeBase, or reports every mistake in it at once. The only reader of files.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { KnowledgeBase, StatementGroup, Statements } from '../domain/knowledgeBase';
import type { ChatEntry, Fact, FaqEntry, FaqId, Source } from '../domain/faq';
import { deepFreeze } from '../domain/frozen';
import type { OptionId, Questionnaire, QuestionId } from '../domain/questionnaire';
import type { ResultGuide } from '../domain/resultGuide';
import type { RoleId } from '../domain/role';
import { KnowledgeError, type KnowledgeIssue } from '../errors';
import { integrityIssues, type KnowledgeFiles } from './integrity';
import { policiesFile } from './policySchema';
import * as schema from './schema';
import { teamsFile } from './teamsSchema';
import { widgetFile } from './widgetSchema';
import { parseYamlFile, type YamlFile } from './yamlFile';

/**
 * @param folder path of the knowledge folder, absolute or against the working directory
 * @throws KnowledgeError with every issue of every file
 */
export function loadKnowledge(folder: string): KnowledgeBase {
  const hash = createHash('sha256');
  const read = <T>(name: string, as: z.ZodType<T>): YamlFile<T> => {
    const path = join(folder, name);
    const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
    hash.update(name).update('\0').update(text).update('\0');
    return parseYamlFile(name, text, as);
  };
  const files: KnowledgeFiles = {
    faq: faqFileNames(folder).map((name) => read(name, schema.faqFile)),
    chat: read('chat.yaml', schema.chatFile),
    sources: read('sources.yaml', schema.sourcesFile),
    facts: read('facts.yaml', schema.factsFile),
    roles: read('roles.yaml', schema.rolesFile),
    questionnaire: read('questionnaire.yaml', schema.questionnaireFile),
    statements: read('statements.yaml', schema.statementsFile),
    result: read('result.yaml', schema.resultFile),
    background: read('background.yaml', schema.backgroundFile),
    safety: read('safety.yaml', schema.safetyFile),
    phrases: read('phrases.yaml', schema.phrasesFile),
    widget: read('widget.yaml', widgetFile),
    policies: read('policies.yaml', policiesFile),
    teams: read('teams.yaml', teamsFile),
  };
  const issues = [...issuesOf(files), ...integrityIssues(files)];
  if (issues.length > 0) throw new KnowledgeError(issues);
  return deepFreeze(assemble(files, hash.digest('hex')));
}

const issuesOf = (files: KnowledgeFiles): KnowledgeIssue[] =>
  (Object.values(files) as (YamlFile<unknown> | readonly YamlFile<unknown>[])[])
    .flat()
    .flatMap(({ issues }) => issues);

function faqFileNames(folder: string): string[] {
  const faq = join(folder, 'faq');
  if (!existsSync(faq)) {
    const message = 'this folder is missing; KNOWLEDGE_DIR must name a folder like knowledge/';
    throw new KnowledgeError([{ file: faq, line: 1, path: '', message }]);
  }
  return readdirSync(faq)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => `faq/${name}`);
}

/** Only called when no file has an issue, so every file has a value. */
function assemble(files: KnowledgeFiles, version: string): KnowledgeBase {
  const sources = new Map(
    Object.entries(files.sources.value!).map(([id, source]): [string, Source] => [id, { id, ...source }]),
  );
  const facts = new Map(
    Object.entries(files.facts.value!).map(([id, fact]): [string, Fact] => [
      id,
      { ...fact, id, source: sources.get(fact.source)! },
    ]),
  );
  const entries = files.faq
    .flatMap((file) => file.value!)
    .map((entry): FaqEntry => {
      const [role, topic] = entry.id.split('.') as [RoleId, string];
      return {
        ...entry,
        id: entry.id as FaqId,
        role,
        topic,
        facts: entry.facts.map((id) => facts.get(id)!),
        more: entry.more && { ...entry.more, facts: entry.more.facts.map((id) => facts.get(id)!) },
        related: entry.related as FaqId[],
      };
    });
  const chat = files.chat.value! as ChatEntry[];
  return {
    version,
    sources,
    facts,
    entries: new Map(entries.map((entry) => [entry.id, entry])),
    chat: new Map(chat.map((entry) => [entry.id, entry])),
    roles: files.roles.value!,
    questionnaire: files.questionnaire.value! as unknown as Questionnaire,
    result: files.result.value! as unknown as ResultGuide,
    statements: statementsOf(files.statements.value!),
    background: files.background.value!,
    safety: files.safety.value!,
    phrases: files.phrases.value!,
    widget: files.widget.value!,
    policies: files.policies.value!,
    teams: files.teams.value!,
  };
}

function statementsOf({ answers, asides }: z.infer<typeof schema.statementsFile>): Statements {
  const groups = Object.entries(answers).flatMap(([question, options]) =>
    Object.entries(options).map(([option, says]): StatementGroup => ({
      question: question as QuestionId,
      option: option as OptionId,
      says,
    })),
  );
  return { answers: groups, asides };
}
