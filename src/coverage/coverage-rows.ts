import type { CsvRow } from '../http/row-stream';
import type { CoverageRowAnswer } from './coverage-answer.dto';

/** The columns in which CSV tells of purchases. */
export const COLUMNS = [
  ...['line', 'reference', 'vendor', 'awardedAt', 'agency', 'list', 'amount', 'currency'],
  ...['finding', 'matchedBy', 'check', 'decidedAt', 'validUntil', 'verdict', 'message'],
];

export function rowOf({ awardedAt, amount, check, ...row }: CoverageRowAnswer): CsvRow {
  return {
    ...row,
    ...{ awardedAt: awardedAt?.toISOString(), amount: amount?.value, currency: amount?.currency },
    ...{ check: check?.id, verdict: check?.verdict },
    ...{ decidedAt: check?.decidedAt.toISOString(), validUntil: check?.validUntil.toISOString() },
  };
}
