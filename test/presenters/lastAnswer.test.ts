import { channelOf } from '../../src/presenters/channel';
import { presentMore, presentSources } from '../../src/presenters/lastAnswer';
import { aFact, aKnowledgeBase, anEntry, aSource, faqId } from '../helpers/builders';

const bls = aSource('bls');
const site = aSource('site');
const reported = { ...aFact(site, '2026'), grade: 'B' as const };
const knowledge = aKnowledgeBase({
  entries: [
    anEntry('both.ai', {
      facts: [aFact(bls, '2024')],
      more: { text: 'The rest.', facts: [reported, aFact(bls, '2025')] },
    }),
    anEntry('both.pay', { facts: [aFact(bls, '2024')] }),
    anEntry('both.own'),
  ],
});
const more = (...ids: string[]) => presentMore(knowledge, ids.map(faqId), channelOf('console')).text;
const sources = (channel: string, ...ids: string[]) =>
  presentSources(knowledge, ids.map(faqId), channelOf(channel)).text;

describe('presentMore', () => {
  it('says the rest of the answer, with the sources of that', () => {
    expect(more('both.ai')).toBe('The rest.\n\nsources Name of site (2026); Name of bls (2025)');
  });

  it('says so where there is no more, or nothing was answered', () => {
    expect(more('both.pay')).toBe('noMore');
    expect(more()).toBe('moreOfNothing');
    expect(more('both.gone')).toBe('moreOfNothing');
  });
});

describe('presentSources', () => {
  it('names each source of the answer and its rest once, with dates, and what to be careful with', () => {
    expect(sources('console', 'both.ai')?.split('\n')).toEqual([
      '- sourceRead Name of bls, https://bls.example/ 2024, 2025 November 22, 2026',
      '- sourceRead Name of site, https://site.example/ 2026 November 22, 2026 gradeB',
    ]);
  });

  it('links them where the channel draws links', () => {
    expect(sources('webchat', 'both.pay')).toContain('[Name of bls](https://bls.example/)');
  });

  it('says so where there is no source, or nothing was answered', () => {
    expect(sources('console', 'both.own')).toBe('sourcesOfOwn');
    expect(sources('console')).toBe('sourcesOfNothing');
  });
});
