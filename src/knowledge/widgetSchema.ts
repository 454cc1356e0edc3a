// The shape of knowledge/widget.yaml: the same texts in every language.
import { z } from 'zod';
import { FALLBACK_LANGUAGE } from '../domain/language';
import { WIDGET_VALUES, type WidgetLanguages, type WidgetWords } from '../domain/widgetWords';
import { withValues } from './schema';

const wordsOf = (texts: Readonly<Record<string, readonly string[]>>) =>
  z.strictObject(Object.fromEntries(Object.entries(texts).map(([id, values]) => [id, withValues(values)])));

const widgetWords = z.strictObject(
  Object.fromEntries(Object.entries(WIDGET_VALUES).map(([part, texts]) => [part, wordsOf(texts)])),
) as unknown as z.ZodType<WidgetWords>;

export const widgetFile: z.ZodType<WidgetLanguages> = z
  .record(z.string().regex(/^[a-z]{2,3}(-\w+)*$/, 'name the language as en, es or pt-BR'), widgetWords)
  .refine((languages) => FALLBACK_LANGUAGE in languages, `write the words in ${FALLBACK_LANGUAGE} at least`);
