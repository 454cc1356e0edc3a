// Sources as Teams shows them: a mark in the text, and behind it the name, the address and what was taken from there.
import type { Entity } from 'botbuilder';
import type { SourceReference } from '../domain/document';
import { phrase, type Phrases } from '../domain/phrases';

/** Teams refuses longer ones. */
const LONGEST_NAME = 80;
const LONGEST_ABSTRACT = 160;

/**
 * The entity that gives the marks `[1]`, `[2]` ... of a message their sources, in order.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bot-messages-ai-generated-content (Citations). Without the
 * `additionalType` that marks a message as written by AI, for ours is not.
 */
export const citationsOf = (phrases: Phrases, sources: readonly SourceReference[]): Entity => ({
  type: 'https://schema.org/Message',
  '@type': 'Message',
  '@context': 'https://schema.org',
  '@id': '',
  citation: sources.map(({ name, url, asOf }, at) => ({
    '@type': 'Claim',
    position: at + 1,
    appearance: {
      '@type': 'DigitalDocument',
      name: cut(name, LONGEST_NAME),
      url,
      abstract: cut(phrase(phrases, 'cited', { asOf }), LONGEST_ABSTRACT),
    },
  })),
});

const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
