import { namedSources, sourcesOf } from '../../src/presenters/sources';
import { aFact, aSource } from '../helpers/builders';

const bls = aSource('bls');
const article = aSource('article');
const sources = sourcesOf([
  aFact(bls, '2024'),
  aFact(article, '2019'),
  aFact(bls, '2025'),
  aFact(bls, '2024'),
]);

describe('sourcesOf', () => {
  it('gives each source once, with each date of it once, in the order of the facts', () => {
    expect(sources).toEqual([
      { name: 'Name of bls', url: 'https://bls.example/', asOf: '2024, 2025' },
      { name: 'Name of article', url: 'https://article.example/', asOf: '2019' },
    ]);
  });
});

describe('namedSources', () => {
  it('names the sources in one line', () => {
    expect(namedSources(sources, { links: false })).toBe('Name of bls (2024, 2025); Name of article (2019)');
  });

  it('links them where the channel draws links', () => {
    expect(namedSources(sources.slice(1), { links: true })).toBe(
      '[Name of article](https://article.example/) (2019)',
    );
  });
});
