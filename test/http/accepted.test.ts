import { acceptedValues } from '../../src/http/accepted';

describe('acceptedValues', () => {
  it.each<[string | undefined, readonly string[]]>([
    [undefined, []],
    ['', []],
    ['gzip, br', ['gzip', 'br']],
    ['en;q=0.5, ES-mx, *;q=0.1', ['es-mx', 'en']],
    ['br;q=0, gzip ; q=0.2', ['gzip']],
    ['br;q=x, ;;,', []],
  ])('reads %j', (header, values) => expect(acceptedValues(header)).toEqual(values));
});
