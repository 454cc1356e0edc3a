// What of the chat does not fit: a frame that scrolls sideways, a control too small for a finger, a text that is cut off.
import type { Frame, Page } from 'playwright-core';

/** CSS pixels; WCAG 2.2 asks for 24. */
const LEAST_SIZE = 40;

const SCRIPT = `(() => {
  const root = document.querySelector('career-advisor')?.shadowRoot ?? document;
  const shown = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const name = (element) => element.localName + ' "' + (element.ariaLabel ?? element.textContent.slice(0, 40)) + '"';
  const sideways = document.documentElement.scrollWidth - innerWidth;
  const small = [...root.querySelectorAll('button, input, [role=option]')].filter((element) => {
    const { width, height } = element.getBoundingClientRect();
    return shown(element) && Math.min(width, height) < ${LEAST_SIZE};
  });
  const hasText = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '');
  const cut = [...root.querySelectorAll('*')].filter((element) => {
    const { overflowX, overflowY } = getComputedStyle(element);
    const { clientWidth, clientHeight, scrollWidth, scrollHeight } = element;
    // What only a screen reader is to find is one pixel in size.
    return shown(element) && hasText(element) && clientWidth > 1 && clientHeight > 1 && (
      (overflowX !== 'visible' && scrollWidth > clientWidth + 1) ||
      (overflowY === 'hidden' && scrollHeight > clientHeight + 1));
  });
  return [
    ...(sideways > 0 ? ['scrolls sideways by ' + sideways] : []),
    ...small.map((element) => 'small: ' + name(element)),
    ...cut.map((element) => 'cut off: ' + name(element)),
  ];
})()`;

/** One line for each; of a page, about the button and the panel that it embeds. */
export const misfitsIn = (frame: Page | Frame): Promise<string[]> => frame.evaluate<string[]>(SCRIPT);
