import { ROW_MEMBERS, type ReadFile } from './domain/import-row';
import { parseRows, type PlacedRow } from './parse-row';

const MEMBERS: ReadonlySet<string> = new Set(ROW_MEMBERS);

/**
 * Reads an approved list as an array of objects: name, uei, cage, duns, lei, country, contractNumber, categories (an
 * array), effectiveFrom, effectiveTo (null: until ended).
 */
export function readJsonList(items: readonly unknown[]): ReadFile {
  return parseRows(
    items.map((item, index) => ({ place: `item ${index + 1}`, given: membersOf(item) })),
  );
}

function membersOf(item: unknown): PlacedRow['given'] {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) {
    return { broken: 'is not an object' };
  }
  const strange = Object.keys(item).filter((member) => !MEMBERS.has(member));
  return strange.length === 0
    ? item
    : { broken: `has members that are not known: ${strange.join(', ')}` };
}
