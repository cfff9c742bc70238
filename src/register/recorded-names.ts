/**
 * Names as they were recorded, of whatever time and whether or not they are known still: SQL that gives the id of
 * whoever has the name, and the name.
 */
export const RECORDED_NAMES = {
  /** Of vendors. @param since position of the first entry that is looked at */
  ofVendors: (since: number): string =>
    `SELECT vendor_id AS id, name FROM vendor_name WHERE lower(recorded) >= ${since}`,

  /** Of vendors, those that are known no longer. */
  past: `SELECT vendor_id AS id, name FROM vendor_name WHERE NOT upper_inf(recorded)`,

  /**
   * All names of those whom an exclusion names, or whom affiliations and merges connect with one, however far; where it
   * is not looked at from the beginning on, some besides whom affiliations or merges connect with others.
   */
  ofBarred: (since: number): string => `
    WITH RECURSIVE barred (id) AS (
      SELECT id FROM (${namedSince(since)}) AS named
      UNION
      SELECT bond.other FROM barred CROSS JOIN LATERAL (
        SELECT other_id FROM affiliation WHERE vendor_id = barred.id
        UNION ALL SELECT vendor_id FROM affiliation WHERE other_id = barred.id
        UNION ALL SELECT survivor_id FROM vendor_merge WHERE duplicate_id = barred.id
        UNION ALL SELECT duplicate_id FROM vendor_merge WHERE survivor_id = barred.id
      ) AS bond (other))
    SELECT vendor_name.vendor_id AS id, name
    FROM barred JOIN vendor_name ON vendor_name.vendor_id = barred.id`,

  /** Of the manufacturers of covered articles, their aliases among them; the id is the exclusion's. */
  ofMakers: (since: number): string => `
    SELECT exclusion_id AS id, maker.name FROM exclusion_terms
    CROSS JOIN LATERAL jsonb_array_elements(terms -> 'scope' -> 'articles') AS covered (article)
    CROSS JOIN LATERAL (
      SELECT article ->> 'manufacturer'
      UNION ALL SELECT jsonb_array_elements_text(article -> 'aliases')) AS maker (name)
    WHERE covers_articles AND lower(recorded) >= ${since}`,
} as const;

/** Once whoever is excluded was looked for from the beginning on, an affiliation may bring others to it. */
const namedSince = (since: number): string =>
  since === 0
    ? `SELECT vendor_id AS id FROM exclusion_terms WHERE vendor_id IS NOT NULL`
    : `SELECT vendor_id AS id FROM exclusion_terms
       WHERE vendor_id IS NOT NULL AND lower(recorded) >= ${since}
       UNION SELECT unnest(ARRAY[vendor_id, other_id]) FROM affiliation
       WHERE lower(recorded) >= ${since}
       UNION SELECT unnest(ARRAY[duplicate_id, survivor_id]) FROM vendor_merge
       WHERE lower(recorded) >= ${since}`;
