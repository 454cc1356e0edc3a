// The files of the guided advice, as small as they may be and fit together, for tests that break one line of them.
import type { z } from 'zod';
import type { KnowledgeFiles } from '../../src/knowledge/integrity';
import * as schema from '../../src/knowledge/schema';
import { parseYamlFile, type YamlFile } from '../../src/knowledge/yamlFile';

const QUESTIONNAIRE = `
skip: [skip]
why: [why]
wrong: [wrong]
menu:
  go-on: { label: Go on, synonyms: [] }
  result: { label: See my result, synonyms: [] }
  restart: { label: Start again, synonyms: [] }
stages:
  - id: requirements
    intro: It takes 4 months.
    facts: [A1]
    questions:
      - id: hours
        text: Which hours?
        why: Some work nights.
        names: [hours, shift]
        facts: [A1]
        options:
          - id: odd
            label: Nights
            synonyms: [night shift]
            said: you like nights
            weights:
              coding: { weight: 1, because: hospitals have night shifts }
            hurdle: odd-hours
          - id: any
            label: Any hours
            synonyms: [whatever]
            weights: {}
  - id: pay
    intro: It pays $16.50.
    facts: [A2]
    questions:
      - id: pay-needed
        text: What pay?
        why: Pay matters.
        names: [pay]
        facts: [A1]
        beside:
          text: You need {answer}, and half make $16.50.
          facts: [A2]
        options:
          - id: low
            label: Little
            synonyms: [not much]
            said: you need little
            weights: {}
            range: { from: 0, below: 20 }
          - id: top
            label: Much
            synonyms: [a lot]
            weights: {}
            range: { from: 20 }
  - id: fit
    intro: Now the work.
    facts: [A1]
    questions: []
hurdles:
  odd-hours:
    first: a look
    blocks: []
    facts: [A1]
    advice: Look for 4 months.
`;

const STATEMENTS = `
answers:
  hours:
    odd:
      - I sleep by day
      - nights suit me
    any:
      - any shift will do
  pay-needed:
    low:
      - money is nothing to me
asides:
  - I live in Ohio
`;

const RESULT = `
aspects:
  - id: pay
    title: Pay
    questions: [pay-needed]
    cells:
      billing: about $16.50
      coding: more
      both: it depends
    facts: [A2]
school:
  intro: Ask for 4 months.
  questions: [What does it cost?]
  facts: [A1]
`;

const ROLES = ['billing', 'coding', 'both']
  .map(
    (id) => `
- id: ${id}
  title: a ${id} role
  summary: ${id} pays $16.50.
  caution: ${id} is no game.
  facts: [A2]
  plan: [{ when: First week, steps: [Begin.] }]
  synonyms: [${id}]`,
  )
  .join('');

const FACTS = `
A1: { claim: It takes 4 months., asOf: May 2024, source: S1, grade: A }
A2: { claim: It pays $16.50., asOf: May 2024, source: S1, grade: A }
`;

const TEXTS = {
  questionnaire: QUESTIONNAIRE,
  statements: STATEMENTS,
  result: RESULT,
  roles: ROLES,
  facts: FACTS,
} as const;

export type AdviceFileName = keyof typeof TEXTS;
export type AdviceFiles = Pick<KnowledgeFiles, AdviceFileName>;

/** One line of one file written otherwise: what stands there once, and what is to stand there instead. */
export type Change = readonly [file: AdviceFileName, before: string, after: string];

export interface ChangedFiles {
  readonly files: AdviceFiles;
  /** Line (from 1) on which `needle` first stands in the changed file; fails where it stands nowhere. */
  readonly lineOf: (file: AdviceFileName, needle: string) => number;
}

/** The files with the changes made; fails where a change finds nothing to change, or more than one place. */
export function adviceFiles(...changes: readonly Change[]): ChangedFiles {
  const textOf = (file: AdviceFileName): string =>
    changes
      .filter(([changed]) => changed === file)
      .reduce((text, [, before, after]) => {
        const parts = text.split(before);
        if (parts.length !== 2) throw new Error(`${file} holds "${before}" ${parts.length - 1} times`);
        return parts.join(after);
      }, TEXTS[file]);
  const parse = <S extends z.ZodType>(file: AdviceFileName, as: S) =>
    parseYamlFile(`${file}.yaml`, textOf(file), as) as YamlFile<z.infer<S>>;
  return {
    files: {
      questionnaire: parse('questionnaire', schema.questionnaireFile),
      statements: parse('statements', schema.statementsFile),
      result: parse('result', schema.resultFile),
      roles: parse('roles', schema.rolesFile),
      facts: parse('facts', schema.factsFile),
    },
    lineOf(file, needle) {
      const at = textOf(file)
        .split('\n')
        .findIndex((line) => line.includes(needle));
      if (at < 0) throw new Error(`${file} does not hold ${needle}`);
      return at + 1;
    },
  };
}
