// What every answer tells a browser: nothing of ours is to be guessed at, framed, kept or let near a camera.

/** For data; pages and files replace what they need otherwise. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

const YEAR = 365 * 24 * 60 * 60;

/**
 * The headers of a bot that people know by `publicUrl`: where that is https, browsers keep to it. Not for the hosts below
 * that name, which may be somebody else's.
 */
export const securityHeaders = (publicUrl: string | undefined): Readonly<Record<string, string>> => ({
  ...SECURITY_HEADERS,
  ...(publicUrl?.startsWith('https:') && { 'Strict-Transport-Security': `max-age=${YEAR}` }),
});
