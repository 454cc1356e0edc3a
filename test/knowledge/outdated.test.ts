import type { Fact, Source } from '../../src/domain/faq';
import { outdatedSources } from '../../src/knowledge/outdated';
import { aFact, aSource } from '../helpers/builders';

const due = (id: string, again: string): Source => ({ ...aSource(id), again });
const knowledge = (...facts: readonly Fact[]) => ({
  facts: new Map(facts.map((fact) => [fact.id, fact])),
  sources: new Map(facts.map(({ source }) => [source.id, source])),
});

describe('outdatedSources', () => {
  it('names each source that is due, with all its facts, the longest overdue first', () => {
    const [old, older, fresh] = [
      due('old', '2027-01-02'),
      due('older', '2026-12-31'),
      due('fresh', '2027-01-03'),
    ];
    const [one, two, three, four] = [
      aFact(old, '2024'),
      aFact(old, '2025'),
      aFact(older, '2023'),
      aFact(fresh, '2026'),
    ];
    expect(outdatedSources(knowledge(one, two, three, four), '2027-01-03')).toEqual([
      { source: older, facts: [three] },
      { source: old, facts: [one, two] },
    ]);
  });

  it('passes over a source that no fact rests on', () => {
    const unused = due('unused', '2020-01-01');
    const sources = new Map([[unused.id, unused]]);
    expect(outdatedSources({ facts: new Map(), sources }, '2027-01-01')).toEqual([]);
  });
});
