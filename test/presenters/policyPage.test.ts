import { policyPage, type PolicyFacts } from '../../src/presenters/policyPage';
import { POLICIES } from '../helpers/builders';

const FACTS: PolicyFacts = { operator: {}, days: 14, chat: 'own' };

/** What a person reads of the page, without its title in the tab and its style. */
const textOf = (page: string): string =>
  page
    .slice(page.indexOf('<body>'))
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

describe('policyPage', () => {
  it('says what the author wrote, with the days that the operator set', () => {
    expect(textOf(policyPage('privacy', POLICIES, FACTS))).toBe(
      'privacy title privacy intro privacy heading privacy text 14 privacy item 14 privacy own text ' +
        'operator heading unnamed noContact terms title',
    );
  });

  it('tells of Azure where the chat on websites runs through it', () => {
    const text = textOf(policyPage('terms', POLICIES, { ...FACTS, chat: 'azure' }));
    expect(text).toContain('terms azure text');
    expect(text).not.toContain('terms own');
  });

  it('names who runs the bot, and links to where they can be asked', () => {
    const operator = { name: 'Sam <b> & Co', contact: 'ask@school.example' };
    const page = policyPage('privacy', POLICIES, { ...FACTS, operator });
    expect(page).toContain('named Sam &lt;b&gt; &amp; Co');
    expect(page).toContain('contact <a href="mailto:ask@school.example">ask@school.example</a> after');
    expect(page).not.toMatch(/unnamed|noContact/);
  });

  it('links to a page to ask at as it is', () => {
    const contact = 'https://school.example/contact?from=chat&to="x"';
    const page = policyPage('privacy', POLICIES, { ...FACTS, operator: { contact } });
    expect(page).toContain('href="https://school.example/contact?from=chat&amp;to=&quot;x&quot;"');
    expect(page).toContain('unnamed');
  });

  it.each([
    ['privacy', 'terms'],
    ['terms', 'privacy'],
  ] as const)('leads from %s to %s, beside it', (page, other) =>
    expect(policyPage(page, POLICIES, FACTS)).toContain(`<a href="${other}">${other} title</a>`),
  );
});
