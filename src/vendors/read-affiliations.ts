import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../clock/clock';
import { holdsAt } from '../clock/domain/period';
import { asKnown, type Asked } from '../history/as-known';
import { Affiliations } from './affiliations';
import { AffiliationAnswer, type AffiliationsAnswer } from './affiliations.dto';
import { VendorNotFound } from './domain/errors';
import { Vendors } from './vendors';

/** Which vendors belong together at any instant, as known now or then. */
@Injectable()
export class ReadAffiliations {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * The affiliations that hold of one vendor itself; those of vendors that are one with it are read of them.
   *
   * @throws {VendorNotFound} when no such vendor was known
   */
  execute(vendor: string, asked: Asked): Promise<AffiliationsAnswer> {
    return asKnown(this.dataSource, this.clock, asked, async (tx, position, at) => {
      const known = await new Affiliations(tx).of(vendor, position);
      const holding = known.filter(({ effective }) => holdsAt(effective, at));
      const named = [vendor, ...holding.flatMap((one) => [one.vendor, one.other])];
      const vendors = await new Vendors(tx).findAll(named, position);
      if (!vendors.some(({ id }) => id === vendor)) throw new VendorNotFound(vendor);
      const affiliations = holding.map((one) => AffiliationAnswer.of(vendor, one, vendors));
      return { vendor, at, position, affiliations };
    });
  }
}
