import { Injectable } from '@nestjs/common';
import { ListingFilter, type ListingCriteria, type SqlCondition } from '../vendors/listing-filter';
import { STATES_AT } from './listings';

/** Narrows a search for vendors to those with a listing that meets the criteria. */
@Injectable()
export class VendorsOnLists extends ListingFilter {
  condition({ list, status }: ListingCriteria, first: number): SqlCondition {
    return {
      sql: `v.id IN (SELECT vendor_id FROM (${STATES_AT}) AS listing_at
              WHERE ($${first}::text IS NULL OR list_code = $${first})
                AND ($${first + 1}::text IS NULL OR state = $${first + 1}))`,
      parameters: [list ?? null, status ?? null],
    };
  }
}
