import type { Clues } from '../../register/domain/clues';
import { nameFormOf } from '../../screening/domain/name-form';
import { DEFAULT_THRESHOLDS, type Thresholds } from '../../screening/domain/thresholds';
import type { ParsedQuestion } from './parse-question';

/** What leads from a question to the facts that its answer rests on. */
export const cluesOf = (
  { vendor, purchase }: Omit<ParsedQuestion, 'at'>,
  thresholds: Thresholds = DEFAULT_THRESHOLDS,
): Clues => ({
  ...{ identifiers: vendor.identifiers, name: vendor.name, list: purchase.list, thresholds },
  items: purchase.items.length > 0,
  makers: purchase.items.flatMap(({ manufacturer }) =>
    manufacturer === null ? [] : nameFormOf(manufacturer).key,
  ),
});
