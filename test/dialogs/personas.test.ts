// People with lives of their own talk with the whole bot over HTTP, and come to what an adviser would have told them.
import { startAdvisor, type RunningAdvisor } from '../helpers/httpAdvisor';
import { play, readPersonas } from '../helpers/personas';
import { MODEL_FILE } from '../helpers/trainedModel';

jest.setTimeout(60_000);

/** So many questions a person of the middle is asked at most. */
const MEDIAN_ASKED = 9;

const personas = readPersonas();
const asked = new Map<string, number>();

let advisor: RunningAdvisor;

beforeAll(async () => {
  advisor = await startAdvisor(MODEL_FILE);
});
afterAll(() => advisor.close());

describe('the guided advice, with people', () => {
  it('has at least 24 of them, for every role and for none', () => {
    expect(personas.length).toBeGreaterThanOrEqual(24);
    expect(new Set(personas.map(({ expect: { role } }) => role))).toEqual(
      new Set(['billing', 'coding', 'both', 'none']),
    );
  });

  it.each(personas.map((persona) => [persona.id, persona] as const))('advises %s', async (id, persona) => {
    const { role, closeness, hurdles, asked: questions } = await play(persona, advisor.converse(id));
    asked.set(id, questions.length);
    const { expect: wanted } = persona;
    // Where nothing fits there is nothing to be close to.
    expect({
      role,
      closeness: role === 'none' ? wanted.closeness : closeness,
      hurdles: [...hurdles].sort(),
    }).toEqual({
      role: wanted.role,
      closeness: wanted.closeness,
      hurdles: [...wanted.hurdles].sort(),
    });
  });

  it(`asks them at most ${MEDIAN_ASKED} questions, at the median`, () => {
    const counts = [...asked.values()].sort((a, b) => a - b);
    expect(counts).toHaveLength(personas.length);
    expect(counts[Math.floor(counts.length / 2)]).toBeLessThanOrEqual(MEDIAN_ASKED);
  });
});
