import { Module } from '@nestjs/common';
import { AffiliationsController } from './affiliations.controller';
import { AmendVendor } from './amend-vendor';
import { LookUpVendor } from './look-up-vendor';
import { ReadAffiliations } from './read-affiliations';
import { ReadVendor } from './read-vendor';
import { RecordAffiliation } from './record-affiliation';
import { RegisterVendor } from './register-vendor';
import { SearchVendors } from './search-vendors';
import { VendorFilters } from './vendor-filters';
import { VendorSearchController } from './vendor-search.controller';
import { VendorsController } from './vendors.controller';

const USE_CASES = [
  ...[RegisterVendor, AmendVendor, ReadVendor, SearchVendors, LookUpVendor],
  ...[RecordAffiliation, ReadAffiliations],
];

/**
 * Who sells. A global module provides the `Screener` that finds names; searches are narrowed to lists and exclusions where
 * one provides a `ListingFilter` and an `ExclusionFilter`.
 */
@Module({
  controllers: [VendorsController, VendorSearchController, AffiliationsController],
  providers: [...USE_CASES, VendorFilters],
  exports: USE_CASES,
})
export class VendorsModule {}
