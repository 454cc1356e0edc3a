import fc from 'fast-check';
import { Html, html } from '../src/html';

describe('html', () => {
  it('escapes what is put in, and keeps what is HTML already', () => {
    const inner = html`<b>${'<&>"\''}</b>`;
    expect(html`<p title="${'"x'}">${inner}</p>`.markup).toBe(
      '<p title="&quot;x"><b>&lt;&amp;&gt;&quot;&#39;</b></p>',
    );
  });

  it('joins lists, writes numbers and leaves nothing for undefined', () => {
    expect(html`${['a', [html`<i></i>`, 0]]}${undefined}`.markup).toBe('a<i></i>0');
  });

  it('lets no text open a tag or end an attribute', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'<>&"\'/a =') }), (text) => {
        expect(html`${text}`.markup).not.toMatch(/[<>"']/);
      }),
    );
  });

  it('takes no object that only looks like HTML', () => {
    expect(html`${new Html('<i>')}`.markup).toBe('<i>');
    expect(html`${'[object Html]'}`.markup).toBe('[object Html]');
  });
});
