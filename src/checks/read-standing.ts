import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../clock/clock';
import { exclusionsOn } from '../exclusions/read-exclusions';
import { asKnown } from '../history/as-known';
import { listingsOfVendor } from '../lists/read-listings';
import { VendorNotFound } from '../vendors/domain/errors';
import { Vendors } from '../vendors/vendors';
import type { StandingAnswer, StandingQuery } from './standing.dto';

/** How a vendor stands on lists and what excludes it, side by side: the one says nothing of the other. */
@Injectable()
export class ReadStanding {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @throws {VendorNotFound} when no such vendor was known */
  execute(vendor: string, query: StandingQuery): Promise<StandingAnswer> {
    return asKnown(this.dataSource, this.clock, query, async (tx, position, at) => {
      if (!(await new Vendors(tx).find(vendor, position))) throw new VendorNotFound(vendor);
      const listings = await listingsOfVendor(tx, vendor, { at, position });
      const exclusions = await exclusionsOn(tx, vendor, { at, position });
      return { vendor, at, position, listings, exclusions };
    });
  }
}
