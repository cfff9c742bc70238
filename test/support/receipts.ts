import { generateKeyPairSync } from 'node:crypto';
import { ReceiptIssuer } from '../../src/checks/receipts/receipt-issuer';
import { readEnvironment } from '../../src/config/environment';
import { ReceiptKeys } from '../../src/keys/receipt-keys';

/** The shape of a receipt. */
export const RECEIPT = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/** A new private key for receipts (PEM). */
export const aReceiptKey = (): string =>
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

/** Whoever signs receipts, with a key of its own. */
export async function aReceiptIssuer(settings: NodeJS.ProcessEnv = {}) {
  const environment = readEnvironment({ RECEIPT_KEY: aReceiptKey(), ...settings });
  const keys = await ReceiptKeys.load(environment);
  return { keys, issuer: new ReceiptIssuer(keys, environment) };
}
