import { Injectable } from '@nestjs/common';
import { decodeJwt, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { Clock } from '../clock/clock';
import { isWellFormedText } from '../http/validators';
import { isSelector } from './domain/api-key';
import { InvalidToken } from './domain/errors';
import { VerifiedTokens } from './verified-tokens';

/** What a bearer token proves: which key it was bought with, or which subject an outside issuer names. */
export type VerifiedToken =
  | { readonly from: 'registry'; readonly callerId: string; readonly keyId: string }
  | { readonly from: 'outside'; readonly issuer: string; readonly subject: string };

/** An issuer whose tokens are taken, and what they must say. */
export interface TrustedIssuer {
  readonly issuer: string;
  readonly audience: string;
  readonly algorithms: readonly string[];
  readonly keys: JWTVerifyGetKey;
  /** What a genuine token proves; undefined where it lacks what it must say. */
  readonly read: (claims: JWTPayload) => VerifiedToken | undefined;
}

/** The claim that names the API key with which a token of the registry's own was bought. */
export const KEY_CLAIM = 'avr_key';

const MOST_TOKENS = 10_000;
const LONGEST_TOKEN = 8192;
const LONGEST_SUBJECT = 500;
const LONGEST_MEMORY_MS = 10 * 60_000;

/** Tells genuine access tokens (RFC 9068) of the issuers that it trusts from all others. */
@Injectable()
export class TokenVerifier {
  private readonly verified = new VerifiedTokens<VerifiedToken>(MOST_TOKENS);

  constructor(
    private readonly issuers: readonly TrustedIssuer[],
    private readonly clock: Clock,
  ) {}

  /**
   * @throws {InvalidToken} when it is not genuine, not of its time, or not for this service
   * @throws {IssuerUnreachable} when the outside issuer's keys can't be had
   */
  async verify(token: string): Promise<VerifiedToken> {
    if (token.length > LONGEST_TOKEN) throw new InvalidToken();
    const now = this.clock.now();
    const known = this.verified.get(token, now);
    if (known) return known;
    const issuer = this.issuerOf(token);
    const claims = await claimsOf(token, issuer, now);
    const proof = issuer.read(claims);
    if (!proof) throw new InvalidToken();
    this.verified.set(token, proof, endOfMemory(claims, now));
    return proof;
  }

  /** Whose token it says it is; only that issuer's keys can then show that it is. */
  private issuerOf(token: string): TrustedIssuer {
    const claimed = unlessInvalid(() => decodeJwt(token).iss);
    const issuer = this.issuers.find((trusted) => trusted.issuer === claimed);
    if (!issuer) throw new InvalidToken();
    return issuer;
  }
}

async function claimsOf(
  token: string,
  { issuer, audience, algorithms, keys }: TrustedIssuer,
  now: Date,
): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, keys, {
      ...{ issuer, audience, typ: 'at+jwt' },
      algorithms: [...algorithms],
      currentDate: now,
      requiredClaims: ['exp', 'iat'],
    });
    return payload;
  } catch (error) {
    throw asRefusal(error);
  }
}

function unlessInvalid<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    throw asRefusal(error);
  }
}

const asRefusal = (error: unknown): unknown =>
  error instanceof errors.JOSEError ? new InvalidToken() : error;

/** A key that an outside issuer has withdrawn counts for no longer than this. */
const endOfMemory = ({ exp = 0 }: JWTPayload, now: Date): Date =>
  new Date(Math.min(exp * 1000, now.getTime() + LONGEST_MEMORY_MS));

/** What a token of the registry's own proves. */
export function readOwn({ sub, [KEY_CLAIM]: keyId }: JWTPayload): VerifiedToken | undefined {
  if (typeof sub !== 'string' || typeof keyId !== 'string' || !isSelector(keyId)) return undefined;
  return { from: 'registry', callerId: sub, keyId };
}

/** What an outside token proves: its subject, or for want of one the client that it was issued to. */
export function readOutside({ iss, sub, client_id }: JWTPayload): VerifiedToken | undefined {
  const subject = sub ?? client_id;
  if (typeof subject !== 'string' || iss === undefined) return undefined;
  if (subject.length > LONGEST_SUBJECT || !isWellFormedText(subject)) return undefined;
  return { from: 'outside', issuer: iss, subject };
}
