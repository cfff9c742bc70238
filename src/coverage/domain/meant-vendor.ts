/** Where one identifier or the name of a purchase's vendor leads. */
export interface Lead {
  /** The member that leads there: `uei`, `name`. */
  readonly by: string;
  /** Id of the vendor that it leads to. */
  readonly vendor: string;
}

/** Whom a purchase was from: one vendor, nobody that is known, or it is not clear whom. */
export type Meant =
  | {
      /** Id of the vendor that it is known as; null: nobody is known. */
      readonly vendor: string | null;
      /** Ids of all its records. */
      readonly records: readonly string[];
    }
  | { readonly unclear: string };

/** Which records are one vendor. */
export class Records {
  private readonly byVendor = new Map<string, string[]>();

  /** @param survivors whom each vendor that is merged with another is known as */
  constructor(private readonly survivors: ReadonlyMap<string, string>) {
    for (const [record, vendor] of survivors) {
      this.byVendor.set(vendor, [...(this.byVendor.get(vendor) ?? []), record]);
    }
  }

  /** Id of the vendor that a record is known as. */
  knownAs(record: string): string {
    return this.survivors.get(record) ?? record;
  }

  /** Ids of all records of a vendor. */
  of(vendor: string): readonly string[] {
    return this.byVendor.get(vendor) ?? [vendor];
  }
}

/** Puts together where the identifiers or the name of a purchase's vendor lead. What leads nowhere says nothing. */
export function meantBy(leads: readonly Lead[], records: Records): Meant {
  const vendors = new Set(leads.map(({ vendor }) => records.knownAs(vendor)));
  const [vendor, ...others] = vendors;
  if (vendor === undefined) return { vendor: null, records: [] };
  if (others.length === 0) return { vendor, records: records.of(vendor) };
  const by = [...new Set(leads.map((lead) => lead.by))].join(', ');
  return { unclear: `it is not clear whom it was from: by ${by} there are several vendors` };
}
