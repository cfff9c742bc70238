import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { History } from '../history/history';
import { VendorNotFound } from './domain/errors';
import type { VendorRecord } from './domain/merge';
import { VendorMerges } from './vendor-merges';
import { Vendors } from './vendors';

/** One vendor, as known now or then, and whom it was merged with. */
@Injectable()
export class ReadVendor {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws {VendorNotFound} when no vendor of that id was known */
  execute(
    id: string,
    knownAt: number | Date | undefined,
  ): Promise<{ vendor: VendorRecord; position: number }> {
    return this.dataSource.transaction('REPEATABLE READ', async (tx) => {
      const position = await new History(tx).sizeKnownAt(knownAt);
      const vendor = await new Vendors(tx).find(id, position);
      if (!vendor) throw new VendorNotFound(id);
      return { vendor: await new VendorMerges(tx).tell(vendor, position), position };
    });
  }
}
