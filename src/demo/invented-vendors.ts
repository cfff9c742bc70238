/** What becomes of an invented vendor after it is listed. */
export type Fate =
  | { readonly kind: 'good-standing' }
  | { readonly kind: 'expired'; readonly on: string }
  | { readonly kind: 'suspended'; readonly on: string; readonly confirmedOn: string }
  | { readonly kind: 'removed'; readonly on: string }
  | { readonly kind: 'reinstated'; readonly removedOn: string; readonly on: string };

export interface InventedVendor {
  readonly name: string;
  readonly uei: string;
  readonly cage: string;
  /** null: it stands on none. */
  readonly list: string | null;
  readonly categories: readonly string[];
  readonly fate: Fate;
}

/** Vendors that do not exist. */
export const INVENTED_VENDORS: readonly InventedVendor[] = [
  invented('Acme Demonstration Software LLC', 'ACMEDEMX0015', ['gsa-schedule-70', ['132-33']]),
  invented('Bartleby & Wren Demo Systems, Inc.', 'BRTWDEMX0023', ['gsa-schedule-70', []]),
  invented('Cedar Sample Consulting LLC', 'CEDRDEMX0038', ['gsa-schedule-70', ['132-51']]),
  invented('Dune Specimen Cameras, Inc.', 'DUNEDEMX0043', ['gsa-schedule-67', ['photographic']]),
  invented('Elmstead Example Hardware Corp.', 'ELMSDEMX0055', ['nasa-sewp', ['hardware']]),
  invented('Fernleaf Fictional Networks LLC', 'FERNDEMX0063', ['nasa-sewp', []]),
  invented('Grovewood Pretend Licensing, Inc.', 'GRVEDEMX0071', ['gsa-schedule-70', ['132-32']], {
    kind: 'expired',
    on: '2019-01-01T00:00:00.000Z',
  }),
  invented('Hazel Imaginary Optics LLC', 'HAZLDEMX0085', ['gsa-schedule-67', ['photographic']], {
    kind: 'expired',
    on: '2021-10-01T00:00:00.000Z',
  }),
  invented('Jadeware Made-Up Support, Inc.', 'JADEDEMX0094', ['gsa-schedule-70', ['132-34']], {
    kind: 'suspended',
    on: '2020-03-02T15:00:00.000Z',
    confirmedOn: '2020-03-02T19:00:00.000Z',
  }),
  invented('Kelpforest Mock Devices LLC', 'KELPDEMX0101', ['nasa-sewp', ['hardware']], {
    kind: 'removed',
    on: '2018-06-04T15:00:00.000Z',
  }),
  invented('Larkspur Placeholder Software, Inc.', 'LARKDEMX0114', ['nasa-sewp', ['software']], {
    kind: 'removed',
    on: '2022-02-07T15:00:00.000Z',
  }),
  invented('Maple Hypothetical Services LLC', 'MAPLDEMX0123', ['gsa-schedule-70', ['132-51']], {
    kind: 'reinstated',
    removedOn: '2019-05-06T15:00:00.000Z',
    on: '2019-09-03T15:00:00.000Z',
  }),
  invented('Norwood Invented Logistics, Inc.', 'NRWDDEMX0145', ['gsa-schedule-70', ['132-51']]),
  invented('Norwood Invented Freight LLC', 'NRFTDEMX0195', ['gsa-schedule-70', ['132-51']]),
  invented('Pinecrest Figmental Supplies, Inc.', 'PNCRDEMX0169', ['gsa-schedule-70', []]),
  invented('Quillback Notional Staffing LLC', 'QLBKDEMX0159', ['gsa-schedule-70', ['132-51']]),
  invented('Bartleby and Wren Demo Systems', 'RWANDEMX0177', null),
];

function invented(
  name: string,
  uei: string,
  listed: readonly [list: string, categories: readonly string[]] | null,
  fate: Fate = { kind: 'good-standing' },
): InventedVendor {
  const [list, categories] = listed ?? [null, []];
  return { name, uei, cage: `0D${uei.slice(0, 1)}${uei.slice(-3, -1)}`, list, categories, fate };
}
