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

/** One result that can be opened by its link. */
export interface ResultPagesTable {
  /** SHA-256 in hex of the token in the link. The token itself is kept nowhere, so a copy of the table opens no page. */
  token_hash: string;
  /** The key of the conversation it came from. */
  owner: string;
  /** JSON text of a TextDocument. */
  document: string;
  /** Milliseconds since 1970. */
  created_at: number;
  /** Milliseconds since 1970; from then on it is not shown. */
  expires_at: number;
}

export interface Tables {
  bot_state: BotStateTable;
  result_pages: ResultPagesTable;
}
