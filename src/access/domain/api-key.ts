import { hash, randomBytes, timingSafeEqual } from 'node:crypto';

/** An API key as it is sent: `avr_<selector>_<verifier>`. Only a digest of the verifier is kept. */
export interface ApiKey {
  /** Names the key: 16 characters of a–z and 2–7. Not secret. */
  readonly selector: string;
  /** Proves that one holds it: 256 random bits as base64url. */
  readonly verifier: string;
}

const SELECTOR = /^[a-z2-7]{16}$/;
const API_KEY = /^avr_([a-z2-7]{16})_([A-Za-z0-9_-]{43})$/;
const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';

/** A new key that no one else has: 80 bits of name, 256 bits of secret. */
export function mintApiKey(): ApiKey {
  const selector = Array.from(randomBytes(16), (byte) => BASE32.charAt(byte % 32)).join('');
  return { selector, verifier: randomBytes(32).toString('base64url') };
}

export const formatApiKey = ({ selector, verifier }: ApiKey): string =>
  `avr_${selector}_${verifier}`;

/** @returns the key, or undefined where the text has not the form of one */
export function parseApiKey(text: string): ApiKey | undefined {
  const [, selector, verifier] = API_KEY.exec(text) ?? [];
  return selector !== undefined && verifier !== undefined ? { selector, verifier } : undefined;
}

/** Whether text has the form of a key's name. */
export const isSelector = (text: string): boolean => SELECTOR.test(text);

/** SHA-256 of the verifier's text: enough for 256 random bits, which no dictionary holds. */
export const digestOf = (verifier: string): Buffer => hash('sha256', verifier, 'buffer');

/** Compares in constant time. @param digest what is kept of the key; undefined where there is no such key */
export function opens(verifier: string, digest: Buffer | undefined): boolean {
  return timingSafeEqual(digestOf(verifier), digest ?? NO_DIGEST) && digest !== undefined;
}

// Compared where a key is unknown, so that it takes as long as a wrong verifier.
const NO_DIGEST = Buffer.alloc(32);
