// All that is kept, each kind by a store of its own, over one database.
import type { Storage } from 'botbuilder';
import type { Records } from '../domain/records';
import type { Database } from './database';
import { createDirectLineLog, type DirectLineLog } from './directLineLog';
import { createFeedbackStore, type FeedbackStore } from './feedbackStore';
import { forgetGroup } from './forgetGroup';
import { createRecords } from './records';
import { createResultPageStore, type ResultPageStore } from './resultPageStore';
import { removeOld } from './retention';
import { createSigningKeys, lifeOfKey, type SigningKeys } from './signingKeys';
import { createSqlStorage } from './sqlStorage';
import { createUnansweredStore, type UnansweredStore } from './unansweredStore';

export interface Stores {
  /** Of the state of talks. */
  readonly storage: Storage;
  readonly log: DirectLineLog;
  readonly resultPages: ResultPageStore;
  readonly feedback: FeedbackStore;
  readonly unanswered: UnansweredStore;
  readonly records: Records;
  readonly keys: SigningKeys;
  /** @param group its conversationKey */
  readonly forgetGroup: (group: string) => Promise<void>;
  /** Removes from every table what is too old by now. */
  readonly removeOld: () => Promise<void>;
}

/**
 * @param now milliseconds since 1970
 * @param keptMs how long what people said and did is kept
 */
export const createStores = (db: Database, now: () => number, keptMs: number): Stores => ({
  storage: createSqlStorage(db),
  log: createDirectLineLog(db, now),
  resultPages: createResultPageStore(db, now),
  feedback: createFeedbackStore(db, now),
  unanswered: createUnansweredStore(db, now),
  records: createRecords(db, now),
  keys: createSigningKeys(db, now, keptMs),
  forgetGroup: (group) => forgetGroup(db, group),
  removeOld: () =>
    removeOld(db, { now: now(), oldest: now() - keptMs, oldestKey: now() - lifeOfKey(keptMs) }),
});
