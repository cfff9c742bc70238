import { Global, Module } from '@nestjs/common';
import { ListingFilter } from '../vendors/listing-filter';
import { AmendList } from './amend-list';
import { CreateList } from './create-list';
import { ListingsController } from './listings.controller';
import { ListsController } from './lists.controller';
import { ReadListings } from './read-listings';
import { ReadLists } from './read-lists';
import { VendorsOnLists } from './vendors-on-lists';

/** Approved lists, and who stands on them. Global, since it narrows the search for vendors, who know no lists. */
@Global()
@Module({
  controllers: [ListsController, ListingsController],
  providers: [
    ...[CreateList, AmendList, ReadLists, ReadListings],
    { provide: ListingFilter, useClass: VendorsOnLists },
  ],
  exports: [CreateList, AmendList, ListingFilter],
})
export class ListsModule {}
