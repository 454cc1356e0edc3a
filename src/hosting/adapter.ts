// The SDK's adapter, set up for this bot: who may call, what happens when a turn fails, and how long a reply may take.
import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type Activity,
  type ConfigurationBotFrameworkAuthenticationOptions,
  type ConversationReference,
  type InvokeResponse,
  type ResourceResponse,
  type TurnContext,
} from 'botbuilder';
import type { Bot } from '../turns/bot';
import { createTurnFailure, type TurnFailureOptions } from '../turns/turnFailure';
import type { Config } from './config';
import { createConnectorRetry, type ConnectorRetryOptions } from './connectorRetry';
import type { Credentials } from './credentials';
import { withDeadline, withTurnDeadline } from './deadline';
import { createTyping, type TypingOptions } from './typing';
import { sendWholeEntities } from './wholeEntities';

/** Who sent an activity, as proven by its token; anonymous without credentials. */
export type Caller = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['authenticateRequest']>>;

export interface AdapterOptions extends TurnFailureOptions {
  /**
   * Milliseconds to wait for the connector to take a reply, retries included, or for the keys that prove a token.
   * Without it one server that never answers would block a conversation for good.
   */
  readonly remoteTimeoutMs?: number;
  /** Longest wait in milliseconds before a reply that the connector refused for the moment is sent again. */
  readonly firstRetryMs?: number;
  /** Told of what connectors do not take. */
  readonly onConnector?: Pick<ConnectorRetryOptions, 'onRetry' | 'onFailure'>;
  /** When to show that the bot is at work. */
  readonly typing?: Omit<TypingOptions, 'logger'>;
  /** Where the bot's own tokens come from, if not from Azure. */
  readonly credentialsFactory?: ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[1];
  /** A cloud other than Azure's public one; the SDK then wants every one of its settings. */
  readonly cloud?: ConfigurationBotFrameworkAuthenticationOptions;
}

/** All credentials of the SDK are, though the type of a connector's client does not say so. */
interface TokenSource {
  getToken(): Promise<string>;
}

/** Authenticating and running the turn are two calls, unlike in CloudAdapter.process, which answers 500 to bad tokens. */
export class BotAdapter extends CloudAdapter {
  constructor(
    authentication: ConfigurationBotFrameworkAuthentication,
    private readonly remoteTimeoutMs: number,
  ) {
    super(authentication);
  }

  /** @throws whatever the SDK finds wrong with the token, or cannot fetch to check it */
  authenticate(activity: Activity, authorization: string): Promise<Caller> {
    const caller = (): Promise<Caller> =>
      this.botFrameworkAuthentication.authenticateRequest(activity, authorization);
    return withDeadline(caller, this.remoteTimeoutMs, 'checking the token');
  }

  /** Runs one turn; what comes back, for invokes and expectReplies, is the body of the HTTP response. */
  runTurn(caller: Caller, activity: Activity, bot: Bot): Promise<InvokeResponse | undefined> {
    return this.processActivity(caller, activity, bot);
  }

  /**
   * The token that the bot shows to connectors, as a reply would get it.
   * @throws whatever Azure says against giving one
   */
  async fetchToken(appId: string): Promise<unknown> {
    const connectors = this.botFrameworkAuthentication.createConnectorFactory(
      this.createClaimsIdentity(appId),
    );
    const { credentials }: { credentials: unknown } = await connectors.create('');
    return (credentials as TokenSource).getToken();
  }

  override sendActivities(
    context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    return this.within(context, 'sending the reply', () => super.sendActivities(context, activities));
  }

  override updateActivity(
    context: TurnContext,
    activity: Partial<Activity>,
  ): Promise<ResourceResponse | void> {
    return this.within(context, 'changing what was sent', () => super.updateActivity(context, activity));
  }

  override deleteActivity(context: TurnContext, reference: Partial<ConversationReference>): Promise<void> {
    return this.within(context, 'deleting what was sent', () => super.deleteActivity(context, reference));
  }

  private within<T>(context: TurnContext, what: string, work: () => Promise<T>): Promise<T> {
    return withTurnDeadline(context, work, this.remoteTimeoutMs, what);
  }
}

/** @param config whose credentials are absent for the Emulator: nobody is authenticated then */
export function createAdapter(
  { credentials }: Pick<Config, 'credentials'>,
  options: AdapterOptions,
): BotAdapter {
  const { logger, remoteTimeoutMs = 15_000, firstRetryMs = 500, cloud } = options;
  const { typing = { afterMs: 500, everyMs: 3000 } } = options;
  sendWholeEntities();
  const authentication = new ConfigurationBotFrameworkAuthentication(
    { ...cloud, ...sdkSettings(credentials) },
    options.credentialsFactory,
  );
  const adapter = new BotAdapter(authentication, remoteTimeoutMs);
  adapter.onTurnError = createTurnFailure(options);
  adapter.use(
    createConnectorRetry({
      firstDelayMs: firstRetryMs,
      longestWaitMs: remoteTimeoutMs,
      ...options.onConnector,
    }),
  );
  adapter.use(createTyping({ ...typing, logger }));
  return adapter;
}

function sdkSettings(credentials: Credentials | undefined): ConfigurationBotFrameworkAuthenticationOptions {
  if (!credentials) return {};
  return {
    MicrosoftAppId: credentials.appId,
    MicrosoftAppType: credentials.type,
    MicrosoftAppTenantId: credentials.tenantId,
    MicrosoftAppPassword: credentials.type === 'SingleTenant' ? credentials.password() : undefined,
  };
}
