import { Injectable } from '@nestjs/common';
import { ExclusionFilter } from '../vendors/exclusion-filter';
import type { SqlCondition } from '../vendors/listing-filter';

/** Narrows a search for vendors to those that an exclusion in effect names, or to all others. */
@Injectable()
export class VendorsExcluded extends ExclusionFilter {
  condition(excluded: boolean): SqlCondition {
    return { sql: `(v.id IN (${NAMED})) = ${excluded}`, parameters: [] };
  }
}

/** Vendors that an exclusion in effect names, and all that turned out to be one with them. */
const NAMED = `
  WITH RECURSIVE named (id) AS (
    SELECT vendor_id FROM exclusion_terms
    WHERE vendor_id IS NOT NULL AND recorded @> ($1::bigint - 1) AND effective @> $2::timestamptz
    UNION
    SELECT CASE WHEN m.duplicate_id = named.id THEN m.survivor_id ELSE m.duplicate_id END
    FROM named JOIN vendor_merge m ON named.id IN (m.duplicate_id, m.survivor_id)
    WHERE m.recorded @> ($1::bigint - 1)
  )
  SELECT id FROM named`;
