// What Teams shows of the bot before anybody has said a word. The texts stand in `knowledge/teams.yaml`.

/** Where a bot can be in Teams, in the spelling of the app's manifest. */
export const TEAMS_SCOPES = ['personal', 'team', 'groupChat'] as const;
export type TeamsScope = (typeof TEAMS_SCOPES)[number];

/** A message that Teams offers beside the text box. */
export interface TeamsCommand {
  /** What is sent. */
  readonly title: string;
  readonly description: string;
  /** Offered only there; everywhere where absent. */
  readonly scopes?: readonly TeamsScope[];
}

export interface TeamsWords {
  readonly name: { readonly short: string; readonly full: string };
  readonly description: { readonly short: string; readonly full: string };
  readonly commands: readonly TeamsCommand[];
}

/** The commands of one scope, in the author's order. */
export const commandsIn = (commands: readonly TeamsCommand[], scope: TeamsScope): readonly TeamsCommand[] =>
  commands.filter(({ scopes }) => scopes === undefined || scopes.includes(scope));
