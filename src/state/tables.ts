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

/** One conversation of the chat on websites. */
export interface DirectLineConversationsTable {
  id: string;
  user_id: string;
  /** BCP 47, as the page said. */
  locale: string | null;
  /** Of its activities; grows, also by gaps. */
  last_sequence: number;
  /** Milliseconds since 1970. */
  created_at: number;
  /** Milliseconds since 1970 of the last activity. */
  used_at: number;
  /** Milliseconds since 1970; null until the bot has greeted. */
  welcomed_at: number | null;
}

/** One activity of such a conversation, of the person or of the bot. */
export interface DirectLineActivitiesTable {
  conversation_id: string;
  /** The watermark after it. */
  sequence: number;
  /** What makes a second copy one and the same activity. */
  key: string;
  /** JSON text of the activity as clients see it. */
  activity: string;
  /** 1 until the bot has answered it; 0 for the bot's own. */
  is_due: number;
  /** Milliseconds since 1970. */
  created_at: number;
}

/** A secret that signs tokens. */
export interface SigningKeysTable {
  id: string;
  /** 256 bits in base64url. */
  secret: string;
  /** Milliseconds since 1970. */
  created_at: number;
}

/** What one person thought of one answer. */
export interface FeedbackTable {
  /** A random UUID. */
  id: string;
  /** Ids of what was answered, parted by a blank. */
  intents: string;
  /** `like` or `dislike`. */
  reaction: string;
  /** Without addresses and numbers; null where there was none, where it is too old, or where the person was forgotten. */
  comment: string | null;
  /** The key of the talk it came from, for forgetting; null where that was done, or where it is too old. */
  owner: string | null;
  /** Milliseconds since 1970. */
  created_at: number;
}

/** One question that the bot could not answer. */
export interface UnansweredTable {
  /** A hash of the message and the text: a turn that is done again adds none. */
  id: string;
  /** The key of the talk it came from, for forgetting. */
  owner: string;
  /** The channel's id of the message, for taking it back; null where the channel gives none. */
  message: string | null;
  /** Without links, addresses, numbers and names, see anonymous.ts. */
  text: string;
  /** Milliseconds since 1970. */
  created_at: number;
}

export interface Tables {
  bot_state: BotStateTable;
  result_pages: ResultPagesTable;
  direct_line_conversations: DirectLineConversationsTable;
  direct_line_activities: DirectLineActivitiesTable;
  signing_keys: SigningKeysTable;
  feedback: FeedbackTable;
  unanswered: UnansweredTable;
}
