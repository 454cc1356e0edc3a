// The shape of knowledge/policies.yaml.
import { z } from 'zod';
import { OPERATOR_VALUES, POLICY_VALUES, WEBSITE_CHATS, type Policies } from '../domain/policies';
import { withKnownValues, withValues } from './schema';

const text = withKnownValues(POLICY_VALUES);

const policy = z.strictObject({
  title: withValues([]),
  intro: text,
  sections: z
    .array(
      z.strictObject({
        heading: withValues([]),
        text,
        items: z.array(text).min(1, 'give at least one item, or leave out "items"').optional(),
        chat: z.enum(WEBSITE_CHATS, { error: `write ${WEBSITE_CHATS.join(' or ')}` }).optional(),
      }),
    )
    .min(1, 'write at least one section'),
});

export const policiesFile: z.ZodType<Policies> = z.strictObject({
  privacy: policy,
  terms: policy,
  operator: z.strictObject(
    Object.fromEntries(
      Object.entries(OPERATOR_VALUES).map(([id, values]) => [id, withValues(values)]),
    ) as Record<keyof typeof OPERATOR_VALUES, z.ZodType<string>>,
  ),
});
