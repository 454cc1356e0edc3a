// What Microsoft Teams gives the cards it draws: sizes and colours, by day, by night and in high contrast.

export const TEAMS_THEMES = ['light', 'dark', 'contrast'] as const;
export type TeamsTheme = (typeof TEAMS_THEMES)[number];

/** Colours of a theme, as CSS. A pair is the plain and the subtle one; `#bf252424` is one of three quarters' opacity. */
export interface TeamsColours {
  /** Behind the cards. */
  readonly chat: string;
  readonly card: string;
  readonly emphasis: string;
  readonly separator: string;
  /** Edge of a card and of a button. */
  readonly edge: string;
  readonly text: readonly [string, string];
  readonly accent: readonly [string, string];
  readonly good: readonly [string, string];
  readonly warning: readonly [string, string];
  readonly attention: readonly [string, string];
}

/**
 * `light` and `dark` are the host configurations that Microsoft publishes (microsoft-teams-light.json and -dark.json of
 * adaptivecards-designer 2.4.4). There is none of the high-contrast theme: it has the colours of Fluent's
 * (teamsHighContrastTheme), of which black, white and yellow are for content, so nothing stands out by its background.
 */
export const TEAMS_COLOURS: Readonly<Record<TeamsTheme, TeamsColours>> = {
  light: {
    chat: '#f6f6f6',
    card: '#ffffff',
    emphasis: '#fff9f8f7',
    separator: '#eeeeee',
    edge: '#d1d1d1',
    text: ['#ff252424', '#bf252424'],
    accent: ['#6264a7', '#8b8cc7'],
    good: ['#92c353', '#e592c353'],
    warning: ['#f8d22a', '#e5f8d22a'],
    attention: ['#c4314b', '#e5c4314b'],
  },
  dark: {
    chat: '#201e1f',
    card: '#ff2d2c2c',
    emphasis: '#ff292828',
    separator: '#eeeeee',
    edge: '#666666',
    text: ['#ffffffff', '#bfffffff'],
    accent: ['#ffa6a7dc', '#ff8b8cc7'],
    good: ['#ff92c353', '#e592c353'],
    warning: ['#fff8d22a', '#e5f8d22a'],
    attention: ['#ffd74654', '#e5d74654'],
  },
  contrast: {
    chat: '#000000',
    card: '#000000',
    emphasis: '#000000',
    separator: '#ffffff',
    edge: '#ffffff',
    text: ['#ffffff', '#ffffff'],
    accent: ['#ffff00', '#ffff00'],
    good: ['#ffffff', '#ffffff'],
    warning: ['#ffffff', '#ffffff'],
    attention: ['#ffffff', '#ffffff'],
  },
};

const FONT = {
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 200, default: 400, bolder: 600 },
};

/** The host configuration of a theme, as adaptivecards reads it; sizes in CSS pixels. */
export function teamsHostConfig(theme: TeamsTheme): object {
  const { card, emphasis, separator, text, ...others } = TEAMS_COLOURS[theme];
  const pair = ([plain, subtle]: readonly [string, string]) => ({ default: plain, subtle });
  const foregroundColors = {
    default: pair(text),
    accent: pair(others.accent),
    good: pair(others.good),
    warning: pair(others.warning),
    attention: pair(others.attention),
  };
  return {
    supportsInteractivity: true,
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: separator },
    fontTypes: {
      default: { fontFamily: "'Segoe UI', Tahoma, Geneva, Verdana, sans-serif", ...FONT },
      monospace: { fontFamily: "'Courier New', Courier, monospace", ...FONT },
    },
    textStyles: { heading: { size: 'large', weight: 'bolder', color: 'default', isSubtle: false } },
    textBlock: { headingLevel: 2 },
    containerStyles: {
      default: { backgroundColor: card, foregroundColors },
      emphasis: { backgroundColor: emphasis, foregroundColors },
    },
    actions: {
      maxActions: 6,
      spacing: 'default',
      buttonSpacing: 8,
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
    },
    adaptiveCard: { allowCustomStyle: false },
  };
}
