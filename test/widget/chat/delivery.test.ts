import { createDelivery } from '../../../src/widget/chat/delivery';

const frame = (watermark: string, ...ids: string[]): string =>
  JSON.stringify({ activities: ids.map((id) => ({ id })), watermark });

describe('createDelivery', () => {
  let read: string[];
  let delivery: ReturnType<typeof createDelivery>;
  beforeEach(() => {
    read = [];
    delivery = createDelivery((watermark) => read.push(watermark));
  });

  it('counts a frame as read once all in it was passed on', () => {
    delivery.came(frame('2', 'a', 'b'));
    delivery.passedOn('a');
    expect(read).toEqual([]);
    delivery.passedOn('b');
    expect(read).toEqual(['2']);
  });

  it('counts none as read before those that came earlier', () => {
    delivery.came(frame('2', 'a', 'b'));
    delivery.came(frame('3', 'c'));
    delivery.passedOn('a');
    delivery.passedOn('c');
    expect(read).toEqual([]);
    delivery.passedOn('b');
    expect(read).toEqual(['2', '3']);
  });

  it('counts an empty frame as read at once, and a sign of life as none', () => {
    delivery.came('');
    delivery.came(frame('7'));
    expect(read).toEqual(['7']);
  });

  it('leaves alone what came in no frame', () => {
    delivery.came(frame('1', 'a'));
    delivery.passedOn('stranger');
    delivery.passedOn(undefined);
    expect(read).toEqual([]);
  });
});
