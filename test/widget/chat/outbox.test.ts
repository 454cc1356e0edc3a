import type { Activity } from '../../../src/widget/chat/activity';
import { createOutbox, GIVE_UP_AFTER } from '../../../src/widget/chat/outbox';
import { NotNow } from '../../../src/widget/chat/ticket';

const message = (text: string): Activity => ({
  type: 'message',
  text,
  channelData: { clientActivityID: text },
});

/** An outbox whose posts come to what `outcomes` says, one after the other, and then succeed. */
function anOutbox(...outcomes: readonly (Error | undefined)[]) {
  const left = [...outcomes];
  const posted: Activity[] = [];
  const pauses: number[] = [];
  let now = 0;
  const send = createOutbox({
    post(activity) {
      posted.push(activity);
      const failure = left.shift();
      return failure ? Promise.reject(failure) : Promise.resolve();
    },
    pauses: {
      pause(ms) {
        pauses.push(ms);
        now += ms;
        return Promise.resolve();
      },
    },
    now: () => now,
  });
  return { send, posted, pauses };
}

const never = (): Error[] => Array.from({ length: 10_000 }, () => new NotNow(undefined));

describe('createOutbox', () => {
  it('sends one after the other, in order', async () => {
    const { send, posted } = anOutbox(new NotNow(undefined), undefined, new NotNow(undefined));
    await Promise.all([send(message('one')), send(message('two')), send(message('three'))]);
    expect(posted.map(({ text }) => text)).toEqual(['one', 'one', 'two', 'two', 'three']);
  });

  it('sends the very same activity again until it is taken', async () => {
    const { send, posted } = anOutbox(new NotNow(undefined), new NotNow(undefined));
    const said = message('hello');
    await send(said);
    expect(posted).toHaveLength(3);
    expect(posted.every((activity) => activity === said)).toBe(true);
  });

  it('waits as long as the server says', async () => {
    const { send, pauses } = anOutbox(new NotNow(7000));
    await send(message('hello'));
    expect(pauses).toEqual([7000]);
  });

  it('gives up when time is up, and goes on with the next', async () => {
    const { send, pauses } = anOutbox(...never().slice(0, 400));
    await expect(send(message('lost'))).rejects.toThrow(NotNow);
    const waited = pauses.reduce((sum, ms) => sum + ms, 0);
    expect(waited).toBeGreaterThan(GIVE_UP_AFTER);
    expect(waited).toBeLessThan(300_000);
    await expect(anOutbox().send(message('next'))).resolves.toBeUndefined();
  });

  it('does not send again what is refused for good, and goes on with the next', async () => {
    const { send, posted } = anOutbox(new Error('the server refused a message with 413'));
    const refused = send(message('huge'));
    const next = send(message('small'));
    await expect(refused).rejects.toThrow('413');
    await next;
    expect(posted.map(({ text }) => text)).toEqual(['huge', 'small']);
  });
});
