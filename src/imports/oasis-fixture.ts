import type { ReadFile } from './domain/import-row';
import { parseRows, type PlacedRow } from './parse-row';

/** One object of a Django fixture. */
interface FixtureObject {
  readonly model: string;
  readonly pk: unknown;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Whether items are a fixture of GSA's Discovery tool, in which it published the vendors of OASIS. */
export const isOasisFixture = (items: readonly unknown[]): boolean =>
  items.length > 0 && items.every(isFixtureObject);

/**
 * Reads a fixture of GSA's Discovery tool: each `vendors.poolpiid` is a listing of its vendor (name, DUNS, CAGE) under
 * the contract number `piid`, in the category that is the number of its pool. What else the fixture says is kept out.
 *
 * @source github.com/18F/discovery, vendor_data_temp.json: the models of its Django app `vendors`
 */
export function readOasisFixture(items: readonly unknown[]): ReadFile {
  const objects = items.filter(isFixtureObject);
  const vendors = byKey(objects, 'vendors.vendor');
  const pools = byKey(objects, 'vendors.pool');
  const listings = objects.filter(({ model }) => model === 'vendors.poolpiid');
  return parseRows(
    listings.map(({ pk, fields }) => {
      const [vendor, pool] = [vendors.get(fields['vendor']), pools.get(fields['pool'])];
      return { place: `vendors.poolpiid ${String(pk)}`, given: rowOf(fields, vendor, pool) };
    }),
  );
}

function rowOf(
  { piid: contractNumber }: FixtureObject['fields'],
  vendor: FixtureObject | undefined,
  pool: FixtureObject | undefined,
): PlacedRow['given'] {
  if (!vendor) return { broken: 'names a vendor that the fixture does not have' };
  if (!pool) return { broken: 'names a pool that the fixture does not have' };
  const { name, duns, cage } = vendor.fields;
  return { name, duns, cage, contractNumber, categories: [pool.fields['number']] };
}

const byKey = (objects: readonly FixtureObject[], model: string): Map<unknown, FixtureObject> =>
  new Map(objects.filter((object) => object.model === model).map((object) => [object.pk, object]));

function isFixtureObject(item: unknown): item is FixtureObject {
  if (typeof item !== 'object' || item === null) return false;
  const { model, fields } = item as Partial<FixtureObject>;
  return (
    typeof model === 'string' &&
    model.startsWith('vendors.') &&
    typeof fields === 'object' &&
    (fields as unknown) !== null
  );
}
