// GET /privacy and GET /terms: the pages that every app in Teams, and every chat, should link to.
import type { Request, Response, Server } from 'restify';
import { POLICY_PAGES, type Policies } from '../domain/policies';
import { policyPage } from '../presenters/policyPage';
import type { Config } from './config';
import { sendPage } from './sendPage';

export interface PolicyRoutesOptions {
  readonly config: Pick<Config, 'operator' | 'retentionDays' | 'azureDirectLine'>;
  /** Asked for each page, as they may change while the bot runs. */
  readonly policies: () => Policies;
}

/** Adds the routes, for GET and HEAD. */
export function addPolicyRoutes(server: Server, { config, policies }: PolicyRoutesOptions): void {
  const facts = {
    operator: config.operator,
    days: config.retentionDays,
    chat: config.azureDirectLine ? 'azure' : 'own',
  } as const;
  for (const page of POLICY_PAGES) {
    // Of what is thrown, restify answers with an error only where the function is async.
    const show = async (_req: Request, res: Response): Promise<void> =>
      Promise.resolve(sendPage(res, 200, policyPage(page, policies(), facts)));
    server.get(`/${page}`, show);
    server.head(`/${page}`, show);
  }
}
