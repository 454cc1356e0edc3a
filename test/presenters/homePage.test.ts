import { homePage, snippetFor } from '../../src/presenters/homePage';
import { WIDGET_WORDS } from '../helpers/builders';

const HOME = { words: WIDGET_WORDS.home, language: 'es', address: 'https://example.org/bot', path: '/bot' };
const page = homePage(HOME);

describe('homePage', () => {
  it('shows the line to copy, for this very address', () => {
    expect(snippetFor('https://example.org/bot')).toBe(
      '<script src="https://example.org/bot/widget.js" defer></script>',
    );
    expect(page).toContain(
      '<code>&lt;script src=&quot;https://example.org/bot/widget.js&quot; defer&gt;&lt;/script&gt;</code>',
    );
  });

  it('shows the chat by that script, open at once, in its own language', () => {
    expect(page).toContain('<script src="/bot/widget.js" defer data-open data-language="es"></script>');
    expect(page).toContain('<html lang="es">');
  });

  it('looks for that script beside itself where its path is not known', () =>
    expect(homePage({ ...HOME, path: undefined })).toContain('<script src="widget.js" defer'));

  it('links to the pages on privacy and terms, which are in English', () => {
    expect(page).toContain('<a href="/bot/privacy" hreflang="en">privacy</a>');
    expect(page).toContain('<a href="/bot/terms" hreflang="en">terms</a>');
    expect(homePage({ ...HOME, path: undefined })).toContain('<a href="privacy"');
  });

  it('names the address for the Emulator', () =>
    expect(page).toContain('emulatorText https://example.org/bot/api/messages'));
});
