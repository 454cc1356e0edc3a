// Publishing a result: kept in the store, and a link to it on this bot's own server.
import type { ResultPages } from '../domain/resultPages';
import type { ResultPageStore } from '../state/resultPageStore';
import { RESULTS_PATH } from './resultRoute';

/** @param address of the bot for people, asked for each page; undefined where there is none, and then nothing is kept */
export function createResultPages(store: ResultPageStore, address: () => string | undefined): ResultPages {
  return {
    async publish(owner, document) {
      const base = address();
      if (base === undefined) return undefined;
      const { token, expires } = await store.keep(owner, document);
      return { url: `${base}${RESULTS_PATH}${token}`, expires };
    },
    forget: (owner) => store.forget(owner),
  };
}
