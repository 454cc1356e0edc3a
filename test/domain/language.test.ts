import { bestLanguage } from '../../src/domain/language';

describe('bestLanguage', () => {
  it.each<[string, readonly string[], readonly string[], string]>([
    ['the very language', ['es'], ['en', 'es'], 'es'],
    ['the first that there is', ['fr', 'es', 'en'], ['en', 'es'], 'es'],
    ['one of the same family', ['es-MX'], ['en', 'es'], 'es'],
    ['a kind of it', ['pt'], ['en', 'pt-BR'], 'pt-BR'],
    ['the exact kind before another', ['pt-PT'], ['en', 'pt-BR', 'pt-PT'], 'pt-PT'],
    ['any case', ['ES-mx'], ['en', 'es'], 'es'],
    ['English where there is none', ['fr', ''], ['en', 'es'], 'en'],
    ['English where nothing is wanted', [], ['es', 'en'], 'en'],
  ])('is %s', (_, wanted, available, best) => expect(bestLanguage(wanted, available)).toBe(best));
});
