// Who runs the bot, as the pages on privacy and terms tell it.
import { z } from 'zod';
import type { Operator } from '../domain/policies';
import { ConfigError } from '../errors';

const MOST_NAME = 100;

/** @throws ConfigError where the contact is neither an e-mail address nor a page, or the name is no name */
export function readOperator(name: string | undefined, contact: string | undefined): Operator {
  if (name !== undefined && (name.length > MOST_NAME || /\p{Cc}/u.test(name))) {
    throw new ConfigError(
      `OPERATOR_NAME is ${JSON.stringify(name)}: give a name of at most ${MOST_NAME} characters`,
    );
  }
  if (contact !== undefined && !isEmail(contact) && !isPage(contact)) {
    throw new ConfigError(
      `OPERATOR_CONTACT is ${JSON.stringify(contact)}: give an e-mail address, or a page as https://school.example/contact`,
    );
  }
  return Object.freeze({ name, contact });
}

const isEmail = (text: string): boolean => z.email().safeParse(text).success;

function isPage(text: string): boolean {
  if (!text.startsWith('https://') || /\s/.test(text) || !URL.canParse(text)) return false;
  const { username, password } = new URL(text);
  return username === '' && password === '';
}
