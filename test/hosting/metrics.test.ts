// What real turns come to is in test/operation.test.ts; here is what they cannot show.
import { createMetrics } from '../../src/hosting/metrics';

describe('createMetrics', () => {
  it('has no more series whatever strangers name', async () => {
    const metrics = createMetrics(false);
    for (let i = 0; i < 100; i++) metrics.turn(`channel-${i}`, undefined, 1);
    metrics.turn('msteams', undefined, 1);
    metrics.turn(undefined, undefined, 1);
    const series = (await metrics.present()).match(/^career_advisor_turns_total\{.*/gm);
    expect(series).toEqual([
      'career_advisor_turns_total{channel="other",decision="none"} 101',
      'career_advisor_turns_total{channel="msteams",decision="none"} 1',
    ]);
  });

  it('shows levels as they are when somebody asks', async () => {
    const metrics = createMetrics(false);
    let waiting = 3;
    const zero = (): number => 0;
    metrics.follow({ turnsRunning: zero, turnsWaiting: () => waiting, openSockets: zero });
    expect(await metrics.present()).toContain('career_advisor_turns_waiting 3');
    waiting = 1;
    expect(await metrics.present()).toContain('career_advisor_turns_waiting 1');
  });

  it('keeps those of two bots in one process apart', async () => {
    const [one, two] = [createMetrics(false), createMetrics(false)];
    one.turnFailed();
    expect(await one.present()).toContain('career_advisor_turn_failures_total 1');
    expect(await two.present()).toContain('career_advisor_turn_failures_total 0');
  });
});
