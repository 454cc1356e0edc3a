// What the server puts into the chat's page, for the script in it.
import type { ChatWords } from './widgetWords';

export interface WidgetPageContent {
  /** BCP 47, of the words. */
  readonly language: string;
  readonly words: ChatWords;
  /** Lets in the styles that Web Chat makes as it runs. */
  readonly nonce: string;
}

/** Id of the element that holds it as JSON, and of the one that the chat is drawn into. */
export const CONTENT_ID = 'content';
export const ROOT_ID = 'chat';
