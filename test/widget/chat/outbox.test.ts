import type { Activity } from '../../../src/widget/chat/activity';
import { createOutbox, GIVE_UP_AFTER } from '../../../src/widget/chat/outbox';
import { NotNow } from '../../../src/widget/chat/ticket';
import type { Unsent } from '../../../src/widget/chat/unsent';

const message = (text: string): Activity => ({
  type: 'message',
  text,
  channelData: { clientActivityID: text },
});

/** An outbox whose posts come to what `outcomes` says, one after the other, and then succeed. */
function anOutbox(...outcomes: readonly (Error | undefined)[]) {
  return anOutboxWith([], ...outcomes);
}

function anOutboxWith(before: readonly Unsent[], ...outcomes: readonly (Error | undefined)[]) {
  const kept = [...before];
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
    unsent: {
      read: () => before,
      add: (each) => void kept.push(each),
      remove: (activity) =>
        kept.splice(
          kept.findIndex((each) => each.activity === activity),
          1,
        ),
    },
    conversationId: () => 'conversation',
  });
  return { send, posted, pauses, kept };
}

const before = (text: string, saidAt = 0): Unsent => ({
  activity: message(text),
  conversationId: 'conversation',
  saidAt,
});

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

  it('gives up when time is up, and goes on with what is said later', async () => {
    const { send, posted, kept } = anOutbox(new NotNow(GIVE_UP_AFTER - 1), new NotNow(2));
    const lost = send(message('lost'));
    const next = send(message('next'));
    await expect(lost).rejects.toThrow('time');
    // It was said as long ago.
    await expect(next).rejects.toThrow('time');
    await send(message('later'));
    expect(posted.map(({ text }) => text)).toEqual(['lost', 'lost', 'later']);
    expect(kept).toEqual([]);
  });

  it('does not send again what is refused for good, and goes on with the next', async () => {
    const { send, posted } = anOutbox(new Error('the server refused a message with 413'));
    const refused = send(message('huge'));
    const next = send(message('small'));
    await expect(refused).rejects.toThrow('413');
    await next;
    expect(posted.map(({ text }) => text)).toEqual(['huge', 'small']);
  });

  it('keeps what is said until it is taken', async () => {
    const { send, kept } = anOutbox(new NotNow(undefined));
    const sent = send(message('hello'));
    expect(kept).toEqual([before('hello')]);
    await sent;
    expect(kept).toEqual([]);
  });

  it('forgets what is refused', async () => {
    const { send, kept } = anOutbox(new Error('the server refused a message with 413'));
    await expect(send(message('huge'))).rejects.toThrow('413');
    expect(kept).toEqual([]);
  });

  it('sends first what the page before could not send, but nothing that is too old', async () => {
    const early = [before('old', -GIVE_UP_AFTER - 1), before('one'), before('two')];
    const { send, posted, kept } = anOutboxWith(early, new NotNow(undefined));
    await send(message('three'));
    expect(posted.map(({ text }) => text)).toEqual(['one', 'one', 'two', 'three']);
    expect(kept).toEqual([]);
  });
});
