// The shape of every file in knowledge/. This file is the reference of the fields; knowledge/README.md explains them.
import { z } from 'zod';
import { PHRASE_VALUES, type PhraseId } from '../domain/phrases';
import { MENU_IDS } from '../domain/questionnaire';
import { ROLE_IDS } from '../domain/role';

/** An entry learns from at least this many phrasings; fewer left rare wordings unanswered (DESIGN.md, "Matching"). */
export const MIN_VARIANTS = 20;
/** Longer offers do not fit a button on a phone. */
const MAX_QUESTION_LENGTH = 60;
/** Longer labels silently lose their button in `ChoiceFactory.forChannel`. */
const MAX_LABEL_LENGTH = 20;

const text = z.string({ error: 'write a text here' }).trim().min(1, 'write a text here');
const texts = z.array(text, { error: 'write a list of texts here, each after a dash' });
const variants = texts.min(MIN_VARIANTS, `give at least ${MIN_VARIANTS} different phrasings`);
const isoDate = z.iso.date({ error: 'write a date as 2026-11-22, in quotes' });

const faqId = z
  .string()
  .regex(
    /^(billing|coding|both)\.[a-z][a-z-]*$/,
    'write billing., coding. or both., then the topic: billing.pay',
  );
const chatId = z
  .string()
  .regex(/^(chat|advice)\.[a-z][a-z-]*$/, 'write chat. or advice. and a name: chat.greeting');

export const faqFile = z.array(
  z.strictObject({
    id: faqId,
    question: text.max(MAX_QUESTION_LENGTH, `shorten to at most ${MAX_QUESTION_LENGTH} characters`),
    answer: text,
    facts: texts,
    more: z.strictObject({ text, facts: texts }).optional(),
    related: z.array(faqId).min(1, 'name at least one related entry'),
    variants,
  }),
);

export const chatFile = z.array(z.strictObject({ id: chatId, answer: text, variants }));

export const sourcesFile = z.record(
  z.string(),
  z.strictObject({
    name: text,
    publisher: text,
    url: z.url({ protocol: /^https?$/, error: 'write the full address, with https://' }),
    read: isoDate,
    again: isoDate,
  }),
);

export const factsFile = z.record(
  z.string(),
  z.strictObject({
    claim: text,
    asOf: text,
    source: text,
    grade: z.enum(['A', 'B', 'B-'], { error: 'write A, B or B-' }),
    caution: text.optional(),
  }),
);

export const rolesFile = z
  .array(
    z.strictObject({
      id: z.enum(ROLE_IDS),
      title: text,
      summary: text,
      caution: text,
      facts: texts,
      plan: z
        .array(z.strictObject({ when: text, steps: texts.min(1) }))
        .min(1, 'write the first 90 days in at least one part'),
      synonyms: texts.min(1),
    }),
  )
  .length(ROLE_IDS.length, `describe each of ${ROLE_IDS.join(', ')} once`);

const roleId = z.enum(ROLE_IDS);
const weight = z.strictObject({
  weight: z
    .int()
    .min(-3, 'weights go from -3 to 3')
    .max(3, 'weights go from -3 to 3')
    .refine((value) => value !== 0, 'leave out a role that counts 0'),
  because: text,
});
const menuItem = z.strictObject({ label: label(), synonyms: texts });
const sourcedText = { facts: texts.min(1, 'name at least one fact') };

export const optionFields = z.strictObject({
  id: text,
  label: label(),
  synonyms: texts,
  said: text.optional(),
  weights: z.partialRecord(roleId, weight),
  range: z.strictObject({ from: z.number(), below: z.number().optional() }).optional(),
  hurdle: text.optional(),
});
const option = optionFields.refine(
  ({ said, weights, hurdle }) =>
    said !== undefined || (Object.keys(weights).length === 0 && hurdle === undefined),
  'write under "said" what the person told us by this option: it weighs something or raises a hurdle',
);

const question = z.strictObject({
  id: text,
  text,
  why: text,
  names: texts.min(1, 'give at least one word by which people speak of the question'),
  ...sourcedText,
  beside: z.strictObject({ text: withValues(['answer']), ...sourcedText }).optional(),
  options: z.array(option).min(2, 'give at least two options'),
});

export const questionnaireFile = z.strictObject({
  stages: z
    .array(
      z.strictObject({
        id: z.enum(['requirements', 'pay', 'fit']),
        intro: text,
        ...sourcedText,
        questions: z.array(question),
      }),
    )
    .length(3, 'write the three stages requirements, pay and fit'),
  skip: texts.min(1),
  why: texts.min(1),
  wrong: texts.min(1),
  menu: z.record(z.enum(MENU_IDS), menuItem),
  hurdles: z.record(
    z.string(),
    z.strictObject({ first: text, blocks: z.array(roleId), ...sourcedText, advice: text }),
  ),
});

export const statementsFile = z.strictObject({
  answers: z.record(z.string(), z.record(z.string(), texts.min(1))),
  asides: texts.min(1),
});

export const resultFile = z.strictObject({
  aspects: z
    .array(
      z.strictObject({
        id: text,
        title: text,
        questions: texts,
        cells: z.record(roleId, text),
        ...sourcedText,
      }),
    )
    .min(1),
  school: z.strictObject({ intro: text, questions: texts.min(1), ...sourcedText }),
});

export const backgroundFile = z.array(
  z.strictObject({ id: text, reply: text.optional(), utterances: texts.min(1) }),
);

export const safetyFile = z.array(
  z.strictObject({ id: text, phrases: texts.min(1), except: texts, reply: text }),
);

export const phrasesFile = z.strictObject(
  Object.fromEntries(
    (Object.keys(PHRASE_VALUES) as PhraseId[]).map((id) => [id, withValues(PHRASE_VALUES[id])]),
  ) as Record<PhraseId, z.ZodType<string>>,
);

/** A text that holds exactly the `{values}` its occasion has. */
export function withValues(values: readonly string[]): z.ZodType<string> {
  const wanted = [...values].sort().join(', ') || 'none';
  return text.refine(
    (value) =>
      ([...new Set([...value.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort().join(', ') ||
        'none') === wanted,
    `the {values} in this text must be: ${wanted}`,
  );
}

/** A text that may hold these `{values}` and no others. */
export function withKnownValues(values: readonly string[]): z.ZodType<string> {
  return text.refine(
    (value) => [...value.matchAll(/\{(\w+)\}/g)].every(([, name = '']) => values.includes(name)),
    `the {values} in this text may be: ${values.join(', ')}`,
  );
}

function label() {
  return text.max(MAX_LABEL_LENGTH, `shorten to at most ${MAX_LABEL_LENGTH} characters`);
}
