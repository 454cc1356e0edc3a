// Accessibility of what a frame shows, by axe-core: WCAG 2.0 to 2.2 at levels A and AA, and best practice.
import axe, { type AxeResults } from 'axe-core';
import type { Frame, Page } from 'playwright-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * The violations in this frame, without frames inside it, each as one text that says what is wrong and where. The
 * debugger puts axe into the page, so no Content-Security-Policy stands in the way.
 */
export async function axeIn(frame: Page | Frame): Promise<string[]> {
  await frame.evaluate(axe.source);
  const options = JSON.stringify({ runOnly: TAGS, resultTypes: ['violations'], iframes: false });
  const { violations } = await frame.evaluate<AxeResults>(`axe.run(document, ${options})`);
  return violations.map(({ id, impact, help, nodes }) => {
    const places = nodes.map(
      ({ target, failureSummary }) => `  ${target.join(' ')}: ${failureSummary ?? ''}`,
    );
    return [`${id} (${impact ?? 'minor'}): ${help}`, ...places].join('\n');
  });
}
