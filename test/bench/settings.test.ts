import { readSettings, UsageError } from '../../bench/settings';

describe('readSettings', () => {
  it('runs everything three times where nothing else is said', () => {
    const settings = readSettings(['--data', 'there'])!;
    expect(settings).toMatchObject({ data: 'there', repeat: 3, out: 'bench/results' });
    expect(settings.engines).toContain('ours');
    expect(settings.datasets).toContain('clinc150');
  });

  it('keeps the order of its own, whatever that of a list', () => {
    expect(readSettings(['--only', 'wink, ours'])!.engines).toEqual(['ours', 'wink']);
  });

  it.each([
    [['--only', 'theirs'], 'there is no "theirs"'],
    [['--datasets', ''], 'there is no ""'],
    [['--repeat', '0'], 'not a whole number above 0'],
    [['--repeet', '1'], '--repeet'],
  ])('refuses %j', (args, message) => {
    expect(() => readSettings(args)).toThrow(UsageError);
    expect(() => readSettings(args)).toThrow(message);
  });

  it('gives nothing where help is asked for', () => expect(readSettings(['--help'])).toBeUndefined());
});
