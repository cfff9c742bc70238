import { knownAt } from '../database/known';
import { parsePeriod } from '../database/period';
import { holdsStill, type Identifier, type Name, type Vendor } from './domain/vendor';

/** A vendor as {@link SELECT_VENDOR} gives it. */
export interface VendorRow {
  readonly id: string;
  readonly country: string | null;
  readonly revision: number;
  readonly identifiers: readonly (Identifier & { readonly effective: string })[];
  readonly names: readonly (Name & { readonly effective: string })[];
}

/** SQL: whether a row was known at size $1, or is known now where $1 is null. */
export const known = (row: string): string => knownAt('$1', row);

const BOUNDS_OF = (table: string): string =>
  `SELECT unnest(ARRAY[lower(recorded), upper(recorded)]) AS position FROM ${table} WHERE vendor_id = v.id`;

/** SQL: vendors, whole, as known at size $1, or now where $1 is null. Add a condition on `v`. */
export const SELECT_VENDOR = `
  SELECT v.id, p.country,
    CASE WHEN $1::bigint IS NULL OR v.revision < $1 THEN v.revision ELSE (
      SELECT max(position) FROM (${BOUNDS_OF('vendor_profile')}
        UNION ALL ${BOUNDS_OF('vendor_identifier')} UNION ALL ${BOUNDS_OF('vendor_name')}) AS change
      WHERE position < $1) END AS revision,
    ARRAY(
      SELECT json_build_object('scheme', scheme, 'value', value, 'effective', effective::text)
      FROM vendor_identifier i WHERE i.vendor_id = v.id AND ${known('i')}
      ORDER BY scheme, value, lower(effective) NULLS FIRST) AS identifiers,
    ARRAY(
      SELECT json_build_object('kind', kind, 'name', name, 'script', script, 'effective', effective::text)
      FROM vendor_name n WHERE n.vendor_id = v.id AND ${known('n')}
      ORDER BY kind <> 'legal', NOT upper_inf(effective), n.id) AS names
  FROM vendor v JOIN vendor_profile p ON p.vendor_id = v.id AND ${known('p')}`;

export function vendorOf({ id, country, revision, identifiers, names }: VendorRow): Vendor {
  const periods = names.map((name) => ({ ...name, effective: parsePeriod(name.effective) }));
  const legal = periods.find((name) => name.kind === 'legal' && holdsStill(name));
  if (!legal) throw new Error(`Vendor ${id} has no legal name.`);
  return {
    id,
    name: legal.name,
    country,
    identifiers: identifiers.map((held) => ({ ...held, effective: parsePeriod(held.effective) })),
    names: periods,
    revision,
  };
}
