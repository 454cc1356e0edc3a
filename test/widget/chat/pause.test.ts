import { backOff, createPauses } from '../../../src/widget/chat/pause';

describe('backOff', () => {
  it('grows with each failure, up to less than 3 s', () => {
    const waits = [1, 2, 3, 4, 5, 100].map((failures) => backOff(failures, () => 1));
    expect(waits).toEqual([300, 800, 1500, 2500, 2500, 2500]);
  });

  it('spreads those who come at once', () => expect(backOff(4, () => 0)).toBe(2000));
});

describe('createPauses', () => {
  it('ends every pause when woken', async () => {
    const { pause, wake } = createPauses();
    const ended = Promise.all([pause(1_000_000), pause(2_000_000)]);
    wake();
    await expect(ended).resolves.toHaveLength(2);
  });

  it('ends a pause by itself', async () => {
    await expect(createPauses().pause(1)).resolves.toBeUndefined();
  });
});
