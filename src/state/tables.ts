// The tables of the database as Kysely types them; migrations.ts makes them so.

/** One item of the bot's state, as of one conversation or one user. */
export interface BotStateTable {
  key: string;
  /** JSON text without the eTag. */
  value: string;
  /** The eTag: another number after every write. */
  version: number;
  /** Milliseconds since 1970, for deleting what nobody has used for long. */
  updated_at: number;
}

export interface Tables {
  bot_state: BotStateTable;
}
