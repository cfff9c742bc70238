import type { PurchasedItem } from '../checks/domain/question';
import type { CsvRow } from '../http/row-stream';
import type { ExposedCheckAnswer } from './exposure-answer.dto';

/** The columns in which CSV tells of checks that are concerned. */
export const COLUMNS = [
  ...['id', 'decidedAt', 'at', 'verdict', 'reasons', 'matches', 'vendor', 'agency', 'forAgency'],
  ...['client', 'list', 'reference', 'amount', 'currency', 'items'],
];

export function rowOf({ amount, items, ...check }: ExposedCheckAnswer): CsvRow {
  return {
    ...check,
    reasons: check.reasons.join(' '),
    matches: check.matches.join(' '),
    ...{ amount: amount?.value, currency: amount?.currency },
    items: items.map(saidOf).join('; '),
  };
}

/** "10 x Kaspersky Lab, Endpoint Security" */
const saidOf = ({ manufacturer, product, quantity }: PurchasedItem): string => {
  const what = [manufacturer, product].filter((part) => part !== null).join(', ');
  return quantity === null ? what : `${quantity} x ${what}`;
};
