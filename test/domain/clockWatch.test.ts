import { createClockWatch } from '../../src/domain/clockWatch';

const MINUTE = 60 * 1000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

let wall: number;
let steady: number;
let look: ReturnType<typeof createClockWatch>;

beforeEach(() => {
  wall = Date.UTC(2026, 10, 28);
  steady = 1000;
  look = createClockWatch({ wall: () => wall, steady: () => steady });
});

function pass(milliseconds: number): void {
  wall += milliseconds;
  steady += milliseconds;
}

describe('createClockWatch', () => {
  it('trusts a clock that goes on, however long between two looks', () => {
    expect(look()).toEqual({ isTrusted: true });
    pass(400 * DAY);
    expect(look()).toEqual({ isTrusted: true });
  });

  it('takes a correction by seconds for none', () => {
    for (const seconds of [40, -40]) {
      pass(HOUR);
      wall += seconds * 1000;
      expect(look()).toEqual({ isTrusted: true });
    }
  });

  it.each([60 * DAY, 10 * MINUTE, -10 * MINUTE, -60 * DAY])(
    'distrusts it for a day after a jump of %d ms',
    (jump) => {
      wall += jump;
      expect(look()).toEqual({ jump, isTrusted: false });
      pass(DAY - 1);
      expect(look()).toEqual({ isTrusted: false });
      pass(1);
      expect(look()).toEqual({ isTrusted: true });
    },
  );

  it('tells also the jump by which the clock is set right, and waits a day from then', () => {
    wall += 60 * DAY;
    look();
    pass(20 * HOUR);
    wall -= 60 * DAY;
    expect(look()).toEqual({ jump: -60 * DAY, isTrusted: false });
    pass(20 * HOUR);
    expect(look().isTrusted).toBe(false);
    pass(4 * HOUR);
    expect(look().isTrusted).toBe(true);
  });

  it('trusts it now and then on a machine that sleeps every night', () => {
    let trusted = 0;
    for (let day = 0; day < 30; day++) {
      for (let hour = 0; hour < 10; hour++) {
        pass(HOUR);
        if (look().isTrusted) trusted += 1;
      }
      wall += 14 * HOUR;
      look();
    }
    expect(trusted).toBeGreaterThan(0);
  });
});
