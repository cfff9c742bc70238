import type { Clues } from '../../register/domain/clues';
import { normaliseName } from '../../screening/domain/normalise-name';
import type { ParsedQuestion } from './parse-question';

/** What leads from a question to the facts that its answer rests on. */
export const cluesOf = ({ vendor, purchase }: Omit<ParsedQuestion, 'at'>): Clues => ({
  ...{ identifiers: vendor.identifiers, name: vendor.name, list: purchase.list },
  items: purchase.items.length > 0,
  makers: purchase.items.flatMap(({ manufacturer }) =>
    manufacturer === null ? [] : normaliseName(manufacturer),
  ),
});
