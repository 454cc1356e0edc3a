// The shape of knowledge/teams.yaml, with the limits of Teams: a text that is too long would fail at the upload.
import { z } from 'zod';
import { commandsIn, TEAMS_SCOPES, type TeamsWords } from '../domain/teamsApp';
import { withValues } from './schema';

const MOST_COMMANDS = 12;

const upTo = (most: number): z.ZodType<string> =>
  withValues([]).refine((text) => text.length <= most, `shorten to at most ${most} characters`);

const command = z.strictObject({
  title: upTo(32),
  description: upTo(128),
  scopes: z
    .array(z.enum(TEAMS_SCOPES, { error: `write ${TEAMS_SCOPES.join(', ')}` }))
    .min(1, 'name a scope, or leave out "scopes"')
    .optional(),
});

export const teamsFile: z.ZodType<TeamsWords> = z.strictObject({
  name: z.strictObject({ short: upTo(30), full: upTo(100) }),
  description: z.strictObject({ short: upTo(80), full: upTo(4000) }),
  commands: z
    .array(command)
    .min(1, 'write at least one command')
    .superRefine((commands, context) => {
      for (const [at, { title }] of commands.entries()) {
        if (commands.findIndex((other) => other.title === title) < at)
          context.addIssue({
            code: 'custom',
            path: [at, 'title'],
            message: 'this stands here already; remove one',
          });
      }
      for (const scope of TEAMS_SCOPES) {
        const count = commandsIn(commands, scope).length;
        if (count > MOST_COMMANDS)
          context.addIssue({
            code: 'custom',
            message: `${count} commands for ${scope}: Teams shows ${MOST_COMMANDS} at most`,
          });
      }
    }),
});
