import type { EntityManager } from 'typeorm';
import { compareNames, type Comparison } from '../screening/domain/compare-names';
import { nameFormOf, type NameForm } from '../screening/domain/name-form';
import type { VendorRecord } from './domain/merge';
import { namesInEffect, type Vendor } from './domain/vendor';
import { VendorMerges } from './vendor-merges';
import { Vendors } from './vendors';

/** How a vendor resembles a name. */
export interface Resemblance extends Comparison {
  /** The most alike of the names that it goes by or went by. */
  readonly resembles: string;
}

/** A vendor that may be meant by a name. */
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
   * Those that still went by a name that is at least so much like the one asked, or had gone by one; each once, as whom
   * it was known as; the most alike first, then in order of their ids.
   *
   * @param leads ids of records, whose names may be past or not yet given
   */
  async among(
    leads: readonly string[],
    asked: NameForm,
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
      if (found.score > (best.get(id)?.score ?? 0)) best.set(id, found);
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

/** How a vendor resembles a name by the most alike of its own; undefined of one without any. */
function resemblanceOf(vendor: Vendor, asked: NameForm): Resemblance | undefined {
  const [first, ...others] = namesInEffect(vendor).map(({ name }) => ({
    ...compareNames(asked, nameFormOf(name)),
    resembles: name,
  }));
  return first && others.reduce((one, other) => (other.score > one.score ? other : one), first);
}
