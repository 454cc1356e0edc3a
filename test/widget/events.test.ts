import { createEvents } from '../../src/widget/events';

describe('createEvents', () => {
  it('tells every listener of an event, until it is taken off', () => {
    const events = createEvents(() => undefined);
    const heard: string[] = [];
    const off = events.on('message', ({ from }) => heard.push(`one ${from}`));
    events.on('message', ({ from }) => heard.push(`two ${from}`));
    events.on('open', () => heard.push('open'));
    events.emit('message', { from: 'bot' });
    off();
    events.emit('message', { from: 'user' });
    expect(heard).toEqual(['one bot', 'two bot', 'two user']);
  });

  it('goes on after a listener that throws, and reports it', () => {
    const reported: unknown[] = [];
    const events = createEvents((error) => reported.push(error));
    const heard: string[] = [];
    const failure = new Error('no');
    events.on('open', () => {
      throw failure;
    });
    events.on('open', () => heard.push('open'));
    events.emit('open', undefined);
    expect(heard).toEqual(['open']);
    expect(reported).toEqual([failure]);
  });

  it('does not call a listener that is added while it tells', () => {
    const events = createEvents(() => undefined);
    let calls = 0;
    const listen = (): void => {
      calls++;
      events.on('open', () => listen());
    };
    events.on('open', listen);
    events.emit('open', undefined);
    expect(calls).toBe(1);
  });
});
