// The tokens of Direct Line: signed, and each good for one conversation of one person and for one purpose.
import { errors, jwtVerify, SignJWT } from 'jose';
import type { SigningKeys } from '../state/signingKeys';

/** Whose conversation it is. */
export interface Party {
  readonly conversationId: string;
  readonly userId: string;
}

/**
 * - `access`: every call of a client, for 30 minutes, which clients renew after 15 as with Azure
 * - `stream`: opens a WebSocket, within a minute; it stands in an address, which may be written down on the way
 * - `resume`: gives a new access token to who comes back later
 */
export type Purpose = 'access' | 'stream' | 'resume';

/** Why a token opens nothing. */
export type Refusal = 'expired' | 'invalid';

export interface Tokens {
  issue(purpose: Purpose, party: Party): Promise<string>;
  read(purpose: Purpose, token: string): Promise<Party | Refusal>;
  /** Seconds that a token lives. */
  lifetime(purpose: Purpose): number;
}

const ACCESS_SECONDS = 30 * 60;
const STREAM_SECONDS = 60;
const ISSUER = 'career-advisor';
const ALGORITHM = 'HS256';
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/**
 * @param now milliseconds since 1970
 * @param resumeSeconds how long somebody may stay away and still go on
 */
export function createTokens(keys: SigningKeys, now: () => number, resumeSeconds: number): Tokens {
  const seconds = { access: ACCESS_SECONDS, stream: STREAM_SECONDS, resume: resumeSeconds };

  /** The header is a stranger's: what is no id of ours must not reach the database. */
  async function keyOf({ kid }: { kid?: unknown }): Promise<Uint8Array> {
    const key = typeof kid === 'string' && UUID.test(kid) ? await keys.find(kid) : undefined;
    if (!key) throw new errors.JWSSignatureVerificationFailed();
    return key.secret;
  }

  return {
    lifetime: (purpose) => seconds[purpose],

    async issue(purpose, { conversationId, userId }) {
      const { id, secret } = await keys.newest();
      const issued = Math.floor(now() / 1000);
      // Clients read `user` from it, and then let nobody set another.
      return new SignJWT({ conv: conversationId, user: userId })
        .setProtectedHeader({ alg: ALGORITHM, kid: id })
        .setIssuer(ISSUER)
        .setAudience(purpose)
        .setIssuedAt(issued)
        .setExpirationTime(issued + seconds[purpose])
        .sign(secret);
    },

    async read(purpose, token) {
      try {
        const { payload } = await jwtVerify<{ conv: string; user: string }>(token, keyOf, {
          algorithms: [ALGORITHM],
          audience: purpose,
          issuer: ISSUER,
          requiredClaims: ['conv', 'user', 'exp'],
          currentDate: new Date(now()),
        });
        return { conversationId: payload.conv, userId: payload.user };
      } catch (error) {
        if (error instanceof errors.JWTExpired) return 'expired';
        if (error instanceof errors.JOSEError) return 'invalid';
        throw error;
      }
    },
  };
}
