import type { EntityManager } from 'typeorm';
import type { Comparison } from '../screening/domain/compare-names';
import { compareParties, type AskedParty } from '../screening/domain/compare-parties';
import type { VendorRecord } from './domain/merge';
import { identifiersInEffect, namesInEffect, type Vendor } from './domain/vendor';
import { VendorMerges } from './vendor-merges';
import { Vendors } from './vendors';

/** How a vendor resembles somebody who is asked about. */
export interface Resemblance extends Comparison {
  /** The most alike of the names that it goes by or went by. */
  readonly resembles: string;
}

/** A vendor that may be meant. */
export interface ResemblingVendor extends Resemblance {
  /** Whom the record with that name is known as. */
  readonly vendor: VendorRecord;
}

/** Vendors that an index of names led to, looked at as they were known at a size. */
export class ResemblingVendors {
  constructor(
    private readonly tx: EntityManager,
    private readonly size: number,
  ) {}

  /**
   * Those that are at least so much like the one asked, by a name that they went by still or had gone by; each once, as
   * whom it was known as; the most alike first, then in order of their ids.
   *
   * @param leads ids of records, whose names may be past or not yet given
   */
  async among(
    leads: readonly string[],
    asked: AskedParty,
    floor: number,
  ): Promise<ResemblingVendor[]> {
    const records = await new Vendors(this.tx).findAll(leads, this.size);
    const alike = new Map(
      records.flatMap((record) => {
        const found = resemblanceOf(record, asked);
        return found && found.score >= floor ? [[record.id, found] as const] : [];
      }),
    );
    return this.asKnown(alike);
  }

  private async asKnown(alike: ReadonlyMap<string, Resemblance>): Promise<ResemblingVendor[]> {
    const merges = new VendorMerges(this.tx);
    const survivors = await merges.groups([...alike.keys()], this.size);
    const best = new Map<string, Resemblance>();
    for (const [record, found] of alike) {
      const id = survivors.get(record) ?? record;
      if (found.score > (best.get(id)?.score ?? -1)) best.set(id, found);
    }
    const known = await new Vendors(this.tx).findAll([...best.keys()], this.size);
    const told = await merges.tellAll(known, this.size);
    return told
      .flatMap((vendor) => {
        const found = best.get(vendor.id);
        return found ? [{ vendor, ...found }] : [];
      })
      .sort((one, other) => other.score - one.score);
  }
}

function resemblanceOf(vendor: Vendor, asked: AskedParty): Resemblance | undefined {
  const found = compareParties(asked, {
    names: namesInEffect(vendor),
    country: vendor.country,
    identifiers: identifiersInEffect(vendor),
  });
  return found
    ? { score: found.score, features: found.features, resembles: found.name }
    : undefined;
}
