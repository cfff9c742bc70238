import { Module } from '@nestjs/common';
import { AffiliationsController } from './affiliations.controller';
import { AmendVendor } from './amend-vendor';
import { LookUpVendor } from './look-up-vendor';
import { ReadAffiliations } from './read-affiliations';
import { ReadVendor } from './read-vendor';
import { RecordAffiliation } from './record-affiliation';
import { RegisterVendor } from './register-vendor';
import { SearchVendors } from './search-vendors';
import { VendorSearchController } from './vendor-search.controller';
import { VendorsController } from './vendors.controller';

const USE_CASES = [
  ...[RegisterVendor, AmendVendor, ReadVendor, SearchVendors, LookUpVendor],
  ...[RecordAffiliation, ReadAffiliations],
];

/** Who sells. Searches are narrowed to lists where a global module provides a `ListingFilter`. */
@Module({
  controllers: [VendorsController, VendorSearchController, AffiliationsController],
  providers: USE_CASES,
  exports: USE_CASES,
})
export class VendorsModule {}
