import { generateKeyPairSync } from 'node:crypto';
import { v7 } from 'uuid';
import { canonicalOf, type RecordedCheck } from '../../src/checks/domain/check';
import { checkLeaf, claimBytes, claimsOf } from '../../src/checks/domain/receipt-claims';
import type { CommittedBatch } from '../../src/checks/recording/committed-batch';
import { ReceiptIssuer } from '../../src/checks/receipts/receipt-issuer';
import { readEnvironment } from '../../src/config/environment';
import { levelsOf, rootIn } from '../../src/history/domain/merkle';
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

/** A check as it might be recorded; give what the test is about. */
export const aRecordedCheck = (terms: Partial<RecordedCheck> = {}): RecordedCheck => ({
  id: v7(),
  ...{ verdict: 'eligible', position: 7, at: '2026-06-01T12:00:00.000Z' },
  ...{ decidedAt: '2026-06-01T12:00:00.000Z', validUntil: '2026-06-01T12:15:00.000Z' },
  vendor: { id: v7(), name: 'Acme Widgets LLC', matchedBy: 'uei' },
  ...{ candidates: [], reasons: [] },
  askedBy: { id: v7(), agency: 'DHS' },
  asked: { vendor: { uei: 'ACMEWDGETS09' }, purchase: PURCHASE },
  ...terms,
});

const PURCHASE: RecordedCheck['asked']['purchase'] = {
  ...{ channel: 'list', list: null, category: null, agency: 'DHS', stage: 'award' },
  ...{ uses: null, system: 'general', reference: null, amount: null, items: [] },
};

/** A batch of checks, as if it were committed. */
export function aBatch(checks: readonly RecordedCheck[] = [aRecordedCheck()]): CommittedBatch {
  const issuer = 'https://registry.example';
  const claims = checks.map((check) => {
    const kept = { request: canonicalOf(check.asked), answer: canonicalOf(check) };
    return claimBytes(claimsOf(check, kept, issuer));
  });
  const leaves = claims.map(checkLeaf);
  const levels = levelsOf(leaves);
  return { id: v7(), issuer, claims, leaves, levels, root: rootIn(levels) };
}
