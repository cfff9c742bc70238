import type { EntityManager } from 'typeorm';
import { formatPeriod } from '../database/period';
import { normaliseName } from '../screening/domain/normalise-name';
import type { Vendor, VendorIdentifier, VendorName } from './domain/vendor';

type Identified = Pick<Vendor, 'id' | 'revision' | 'identifiers'>;
type Named = Pick<Vendor, 'id' | 'revision' | 'names'>;

/** What is said of vendors, as rows that are never edited: closed, and others added in their place. */
export class VendorFacts {
  constructor(private readonly tx: EntityManager) {}

  /** Adds all that is said of new vendors. */
  async add(vendors: readonly Vendor[]): Promise<void> {
    await this.addProfiles(vendors);
    await this.addIdentifiers(vendors);
    await this.addNames(vendors);
  }

  /** Closes what is no longer said of a vendor, and adds what is said newly. */
  async replace(before: Vendor, after: Vendor): Promise<void> {
    const { id, revision } = after;
    if (before.country !== after.country) {
      await this.closeProfile(after);
      await this.addProfiles([after]);
    }
    for (const identifier of without(before.identifiers, after.identifiers)) {
      await this.closeIdentifier(identifier, after);
    }
    for (const name of without(before.names, after.names)) await this.closeName(name, after);
    const identifiers = without(after.identifiers, before.identifiers);
    await this.addIdentifiers([{ id, revision, identifiers }]);
    await this.addNames([{ id, revision, names: without(after.names, before.names) }]);
  }

  private async addProfiles(vendors: readonly Vendor[]): Promise<void> {
    await this.tx.query(
      `INSERT INTO vendor_profile (vendor_id, country, effective, recorded)
       SELECT vendor_id, country, '(,)', int8range(revision, NULL)
       FROM unnest($1::uuid[], $2::text[], $3::bigint[]) AS added (vendor_id, country, revision)`,
      columns(
        vendors.map(({ id, country, revision }) => [id, country, revision]),
        3,
      ),
    );
  }

  private async addIdentifiers(vendors: readonly Identified[]): Promise<void> {
    const rows = vendors.flatMap(({ id, revision, identifiers }) =>
      identifiers.map(({ scheme, value, effective }) => [
        ...[id, scheme, value],
        ...[formatPeriod(effective), revision],
      ]),
    );
    await this.tx.query(
      `INSERT INTO vendor_identifier (vendor_id, scheme, value, effective, recorded)
       SELECT vendor_id, scheme, value, effective, int8range(revision, NULL)
       FROM unnest($1::uuid[], $2::text[], $3::text[], $4::tstzrange[], $5::bigint[])
         AS added (vendor_id, scheme, value, effective, revision)`,
      columns(rows, 5),
    );
  }

  private async addNames(vendors: readonly Named[]): Promise<void> {
    const rows = vendors.flatMap(({ id, revision, names }) =>
      names.map(({ kind, name, script, effective }) => [
        ...[id, kind, name, script, normaliseName(name)],
        ...[formatPeriod(effective), revision],
      ]),
    );
    await this.tx.query(
      `INSERT INTO vendor_name (vendor_id, kind, name, script, normalised, effective, recorded)
       SELECT vendor_id, kind, name, script, normalised, effective, int8range(revision, NULL)
       FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::tstzrange[], $7::bigint[])
         AS added (vendor_id, kind, name, script, normalised, effective, revision)`,
      columns(rows, 7),
    );
  }

  private async closeProfile({ id, revision }: Vendor): Promise<void> {
    await this.tx.query(
      `UPDATE vendor_profile SET recorded = int8range(lower(recorded), $2)
       WHERE vendor_id = $1 AND upper_inf(recorded)`,
      [id, revision],
    );
  }

  private async closeIdentifier(
    { scheme, value, effective }: VendorIdentifier,
    { id, revision }: Vendor,
  ): Promise<void> {
    await this.tx.query(
      `UPDATE vendor_identifier SET recorded = int8range(lower(recorded), $5)
       WHERE vendor_id = $1 AND scheme = $2 AND value = $3 AND effective = $4::tstzrange
         AND upper_inf(recorded)`,
      [id, scheme, value, formatPeriod(effective), revision],
    );
  }

  private async closeName(
    { kind, name, effective }: VendorName,
    { id, revision }: Vendor,
  ): Promise<void> {
    await this.tx.query(
      `UPDATE vendor_name SET recorded = int8range(lower(recorded), $5)
       WHERE vendor_id = $1 AND kind = $2 AND name = $3 AND effective = $4::tstzrange
         AND upper_inf(recorded)`,
      [id, kind, name, formatPeriod(effective), revision],
    );
  }
}

/** Turns rows into one array a column, as `unnest` takes them. */
function columns(rows: readonly (readonly unknown[])[], width: number): unknown[][] {
  return Array.from({ length: width }, (_, column) => rows.map((row) => row[column]));
}

/** Those of some things that are not among others. What an amendment leaves alone is the very same object. */
const without = <Thing>(things: readonly Thing[], others: readonly Thing[]): Thing[] =>
  things.filter((thing) => !others.includes(thing));
