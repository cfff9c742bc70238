import { createPrivateKey, type KeyObject } from 'node:crypto';

/** The private key that a PEM holds, unencrypted; undefined where it holds none. */
export function parsePrivateKey(pem: string): KeyObject | undefined {
  try {
    return createPrivateKey(pem);
  } catch {
    // What is wrong with a secret is not told; that it is none is told by the one who asked.
    return undefined;
  }
}
