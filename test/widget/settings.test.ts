import { readAttributes, readFragment, toFragment } from '../../src/widget/settings';

describe('readAttributes', () => {
  it('takes what a page says', () => {
    expect(
      readAttributes({
        name: ' Ada ',
        colour: '#123456',
        theme: 'dark',
        greeting: 'Hello',
        position: 'left',
        language: 'es',
        open: '',
        transport: 'polling',
      }),
    ).toEqual({
      name: 'Ada',
      colour: '#123456',
      theme: 'dark',
      greeting: 'Hello',
      position: 'left',
      language: 'es',
      open: true,
      polling: true,
    });
  });

  it('has a default in place of all that is absent or wrong', () => {
    const plain = { theme: 'auto', position: 'right', open: false, polling: false };
    expect(readAttributes({})).toEqual(plain);
    expect(
      readAttributes({ theme: 'pink', position: 'top', name: ' ', open: 'false', transport: 'x' }),
    ).toEqual(plain);
  });
});

describe('toFragment', () => {
  it('carries the settings to the frame', () => {
    const settings = {
      name: 'A & B = #1?',
      colour: 'teal',
      theme: 'light',
      greeting: 'Grüße\n<b>',
      host: 'https://school.example',
      polling: true,
    } as const;
    expect(readFragment(`#${toFragment(settings)}`)).toEqual(settings);
  });

  it('says nothing of what is absent', () => {
    expect(toFragment({ theme: 'auto', polling: false })).toBe('theme=auto');
    expect(readFragment('')).toEqual({ theme: 'auto', polling: false });
  });
});
