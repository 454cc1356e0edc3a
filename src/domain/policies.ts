// What the pages on privacy and terms say, and of whom. The texts stand in `knowledge/policies.yaml`.

/** Where conversations of the chat on websites run: on our own server, or through Azure's Direct Line. */
export const WEBSITE_CHATS = ['own', 'azure'] as const;
export type WebsiteChat = (typeof WEBSITE_CHATS)[number];

export interface PolicySection {
  readonly heading: string;
  /** Texts may hold the values of POLICY_VALUES. */
  readonly text: string;
  readonly items?: readonly string[];
  /** Shown only where the chat on websites runs so; everywhere where absent. */
  readonly chat?: WebsiteChat;
}

export interface Policy {
  readonly title: string;
  readonly intro: string;
  readonly sections: readonly PolicySection[];
}

/** The `{values}` that any text of a policy may hold. */
export const POLICY_VALUES: readonly string[] = ['days'];

/** Occasion -> names of the `{values}` its text must contain. */
export const OPERATOR_VALUES = {
  heading: [],
  named: ['operator'],
  unnamed: [],
  contact: ['contact'],
  noContact: [],
} as const satisfies Record<string, readonly string[]>;

export const POLICY_PAGES = ['privacy', 'terms'] as const;
export type PolicyPage = (typeof POLICY_PAGES)[number];

export type Policies = Readonly<Record<PolicyPage, Policy>> & {
  readonly operator: Readonly<Record<keyof typeof OPERATOR_VALUES, string>>;
};

/** Who runs the bot, as far as they said. */
export interface Operator {
  readonly name?: string;
  /** An e-mail address, or an address that begins with https:// */
  readonly contact?: string;
}
