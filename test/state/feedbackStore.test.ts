import type { Database } from '../../src/state/database';
import { createFeedbackStore } from '../../src/state/feedbackStore';
import { faqId } from '../helpers/builders';
import { onEachEngine } from '../helpers/engines';

let db: Database;
let now = 1000;

onEachEngine((open) => {
  beforeEach(async () => {
    db = await open();
  });
  afterEach(() => db.destroy());

  const pay = [faqId('billing.pay')];
  const both = ['billing.duties', 'coding.duties'].map(faqId);

  describe('createFeedbackStore', () => {
    it('counts what was said of each answer, the most disliked first', async () => {
      const store = createFeedbackStore(db, () => (now += 1));
      await store.add({ intents: pay, reaction: 'like' }, 'ann');
      await store.add({ intents: pay, reaction: 'like', comment: 'first' }, 'ann');
      await store.add({ intents: pay, reaction: 'dislike', comment: 'second' }, 'ann');
      await store.add({ intents: both, reaction: 'dislike' }, 'ann');
      await store.add({ intents: both, reaction: 'dislike' }, 'ann');
      expect(await store.summary()).toEqual([
        { intents: 'billing.duties coding.duties', likes: 0, dislikes: 2, comments: [] },
        {
          intents: 'billing.pay',
          likes: 2,
          dislikes: 1,
          comments: [
            { reaction: 'dislike', comment: 'second' },
            { reaction: 'like', comment: 'first' },
          ],
        },
      ]);
    });
  });
});
