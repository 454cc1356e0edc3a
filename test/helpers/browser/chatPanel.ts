// The widget on a page as a person meets it: its button, and the chat in its frame.
import type { Frame, FrameLocator, Locator, Page } from 'playwright-core';

export interface ChatPanel {
  /** Opens and closes the chat. */
  readonly launcher: Locator;
  readonly chat: FrameLocator;
  /** Where one types. */
  readonly box: Locator;
  /** The answers that are offered as buttons. */
  readonly offers: Locator;
  /** The frame itself, for what is no locator; once the chat is open. */
  frame(): Promise<Frame>;
  /** Resolves once the page knows that the chat is closed, which the frame tells it by a message. */
  closed(): Promise<void>;
  /** Types a message and sends it by Enter. */
  say(text: string): Promise<void>;
  /** Resolves once the newest message that is shown has this in it. */
  newest(text: string | RegExp): Promise<void>;
  /** All messages as they are shown, as `bot: hello` and `you: hi`. */
  messages(): Promise<string[]>;
}

export function chatPanelOn(page: Page): ChatPanel {
  const widget = page.locator('career-advisor');
  const chat = page.frameLocator('career-advisor iframe');
  const box = chat.getByRole('combobox');
  const shown = chat.locator('[aria-roledescription="message"]');
  const messages = async (): Promise<string[]> => {
    const texts = await shown.allInnerTexts();
    return texts.map((text) => oneLine(text).replace(/^(?:Bot|You) said: ?/, speaker));
  };
  return {
    launcher: widget.locator('button'),
    chat,
    box,
    offers: chat.locator('.webchat__suggested-actions button'),
    async frame() {
      const element = await widget.locator('iframe').elementHandle();
      const frame = await element?.contentFrame();
      if (!frame) throw new Error('the chat has no frame');
      return frame;
    },
    closed: () => widget.locator('button[aria-expanded="false"]').waitFor(),
    async say(text) {
      await box.fill(text);
      await box.press('Enter');
    },
    async newest(text) {
      const found = shown.last().filter({ hasText: text });
      await found.waitFor().catch(async () => {
        throw new Error(`the newest message is not "${String(text)}":\n${(await messages()).join('\n')}`);
      });
    },
    messages,
  };
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const speaker = (said: string): string => (said.startsWith('Bot') ? 'bot: ' : 'you: ');
