import { createSubject } from '../../../src/widget/chat/subject';

describe('createSubject', () => {
  it('gives a late subscriber what it remembers, then what comes', () => {
    const subject = createSubject<number>(2);
    [1, 2, 3].forEach((value) => subject.next(value));
    const got: number[] = [];
    const subscription = subject.subscribe({ next: (value) => got.push(value) });
    subject.next(4);
    subscription.unsubscribe();
    subject.next(5);
    expect(got).toEqual([2, 3, 4]);
  });
});
