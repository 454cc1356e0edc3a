// Our colours in the terms of Web Chat and of its Adaptive Cards.
import type { StyleOptions } from 'botframework-webchat';
import { GIVE_UP_AFTER } from './outbox';
import type { Palette } from './palette';

const FONT = 'system-ui, "Segoe UI", Roboto, sans-serif';

/**
 * So long Web Chat waits for what was sent; the outbox gives up a little earlier. What it offers to send again would be
 * another activity to the server, and so perhaps said twice.
 */
export const SEND_TIMEOUT = GIVE_UP_AFTER + 5000;

export function webChatStyle(palette: Palette): StyleOptions {
  const { page, bubble, ink, soft, line, tint, accent, onAccent, link } = palette;
  const focus = {
    suggestedActionKeyboardFocusIndicatorBorderColor: ink,
    transcriptActivityVisualKeyboardIndicatorColor: ink,
    transcriptVisualKeyboardIndicatorColor: link,
    suggestedActionsVisualKeyboardIndicatorColor: link,
  };
  return {
    ...focus,
    accent: link,
    subtle: soft,
    backgroundColor: page,
    primaryFont: FONT,
    rootHeight: '100%',
    sendTimeout: SEND_TIMEOUT,
    hideUploadButton: true,
    bubbleBackground: bubble,
    bubbleBorderColor: line,
    bubbleBorderRadius: 12,
    bubbleTextColor: ink,
    bubbleMaxWidth: 560,
    bubbleMinWidth: 120,
    bubbleFromUserBackground: accent,
    bubbleFromUserBorderColor: accent,
    bubbleFromUserBorderRadius: 12,
    bubbleFromUserTextColor: onAccent,
    suggestedActionLayout: 'flow',
    suggestedActionBackgroundColor: bubble,
    suggestedActionBackgroundColorOnHover: tint,
    suggestedActionBackgroundColorOnActive: tint,
    suggestedActionBorderColor: link,
    suggestedActionBorderRadius: 20,
    suggestedActionBorderWidth: 1,
    suggestedActionTextColor: link,
    timestampColor: soft,
    notificationText: ink,
    transcriptOverlayButtonBackground: accent,
    transcriptOverlayButtonBackgroundOnFocus: accent,
    transcriptOverlayButtonBackgroundOnHover: accent,
    transcriptOverlayButtonColor: onAccent,
    cardEmphasisBackgroundColor: tint,
    cardPushButtonBackgroundColor: accent,
    cardPushButtonTextColor: onAccent,
    ...(palette.dark && { failedConnectivity: '#ff8d85' }),
  };
}

/** For Adaptive Cards; what is left out is as the cards' own default has it. */
export function cardHostConfig({ ink, soft, line, tint, link, dark }: Palette): object {
  const both = (colour: string, subtle = colour) => ({ default: colour, subtle });
  const foregroundColors = {
    default: both(ink, soft),
    accent: both(link),
    attention: both(dark ? '#ff8d85' : '#b3261e'),
    good: both(dark ? '#7fd18b' : '#0b6a0b'),
    warning: both(dark ? '#f2b866' : '#8a4b00'),
  };
  return {
    fontFamily: FONT,
    supportsInteractivity: true,
    spacing: { small: 4, default: 10, medium: 14, large: 22, extraLarge: 30, padding: 16 },
    separator: { lineThickness: 1, lineColor: line },
    fontTypes: { default: fontType(FONT), monospace: fontType('monospace') },
    containerStyles: {
      default: { foregroundColors },
      emphasis: { backgroundColor: tint, foregroundColors: { ...foregroundColors, default: both(ink) } },
    },
    actions: {
      actionsOrientation: 'vertical',
      actionAlignment: 'stretch',
      buttonSpacing: 8,
      maxActions: 100,
    },
    textBlock: { headingLevel: 2 },
  };
}

/** Pixels; the cards' own default is a little smaller. */
const fontType = (fontFamily: string): object => ({
  fontFamily,
  fontSizes: { small: 13, default: 15, medium: 17, large: 20, extraLarge: 24 },
  fontWeights: { lighter: 300, default: 400, bolder: 650 },
});
