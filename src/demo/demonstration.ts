import type { Authority } from '../history/domain/authority';
import type { ListCreation } from '../lists/create-list';
import type { VendorRegistration } from '../vendors/register-vendor';

/** When the replayed registry opens: before everything that it tells. */
export const OPENING = '2016-01-04T14:00:00.000Z';

/** What the very first entry says. */
export const NOTICE =
  'A replayed demonstration. Each entry bears the day on which the public learned of it, not the day on which ' +
  'it was written here. Removals of Kaspersky Lab are public record and cited; all other vendors, all identifiers, ' +
  'contract numbers and listing dates are invented.';

/** Why an invented change is lawful. */
export const INVENTED: Authority = { citation: 'Demonstration, invented', office: 'Demonstration' };

/** The lists, and the agencies that own them. */
export const LISTS: readonly Omit<ListCreation, 'policy'>[] = [
  {
    code: 'gsa-schedule-70',
    name: 'GSA IT Schedule 70',
    owner: 'GSA',
    categories: [
      { code: '132-32', title: 'Term software licenses' },
      { code: '132-33', title: 'Perpetual software licenses' },
      { code: '132-34', title: 'Maintenance of software' },
      { code: '132-51', title: 'Information technology professional services' },
    ],
  },
  {
    code: 'gsa-schedule-67',
    name: 'GSA Schedule 67, photographic equipment and supplies',
    owner: 'GSA',
    categories: [{ code: 'photographic', title: 'Photographic equipment and supplies' }],
  },
  {
    code: 'nasa-sewp',
    name: 'NASA SEWP',
    owner: 'NASA',
    categories: [
      { code: 'hardware', title: 'Information technology hardware' },
      { code: 'software', title: 'Software and maintenance' },
    ],
  },
];

/** The vendor that the story is about. Its names are public; its identifiers are invented. */
export const KASPERSKY: VendorRegistration = {
  name: 'Kaspersky Lab, Inc.',
  country: 'US',
  identifiers: [
    { scheme: 'uei', value: 'KLABDEMX0015' },
    { scheme: 'cage', value: '0DMX0' },
  ],
  names: [
    { kind: 'dba', name: 'Kaspersky Lab' },
    { kind: 'dba', name: 'AO Kaspersky Lab' },
    { kind: 'transliteration', name: 'Лаборатория Касперского' },
  ],
};

/** A removal that is public record. */
export interface PublicRemoval {
  readonly list: string;
  /** When the public learned of it. */
  readonly learnedAt: string;
  readonly effectiveFrom: string;
  readonly authority: Authority;
  readonly reason: string;
}

/**
 * Kaspersky Lab leaves the lists.
 *
 * @source the pages that each authority links to
 */
export const REMOVALS: readonly PublicRemoval[] = [
  ...['gsa-schedule-70', 'gsa-schedule-67'].map((list) => ({
    list,
    learnedAt: '2017-07-11T20:00:00.000Z',
    effectiveFrom: '2017-07-11T00:00:00.000Z',
    authority: {
      citation: 'GSA schedule cancellation clause (then GSAR 552.238-73, Cancellation)',
      office: 'General Services Administration',
      url: 'https://sputnikglobe.com/20170712/kaspersky-products-monitoring-1055490510.html',
    },
    reason: 'GSA cancelled the schedule contracts; buying outside them stayed possible.',
  })),
  {
    list: 'nasa-sewp',
    learnedAt: '2017-07-13T20:00:00.000Z',
    effectiveFrom: '2017-07-13T00:00:00.000Z',
    authority: {
      citation: 'NASA SEWP',
      office: 'NASA SEWP Program Office',
      url: 'https://www.publicspendforum.net/blogs/public-spend-forum/2017/07/13/kaspersky-russia-cybersecurity-sewp',
    },
    reason: 'Taken off the SEWP vehicle; the day is that of the report.',
  },
];

/** What becomes of an invented vendor after it is listed. */
export type Fate =
  | { readonly kind: 'good-standing' }
  | { readonly kind: 'expired'; readonly on: string }
  | { readonly kind: 'suspended'; readonly on: string }
  | { readonly kind: 'removed'; readonly on: string }
  | { readonly kind: 'reinstated'; readonly removedOn: string; readonly on: string };

export interface InventedVendor {
  readonly name: string;
  readonly uei: string;
  readonly cage: string;
  readonly list: string;
  readonly categories: readonly string[];
  readonly fate: Fate;
}

/** Vendors that do not exist, on the lists above. */
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
];

function invented(
  name: string,
  uei: string,
  [list, categories]: readonly [list: string, categories: readonly string[]],
  fate: Fate = { kind: 'good-standing' },
): InventedVendor {
  return { name, uei, cage: `0D${uei.slice(0, 1)}${uei.slice(-3, -1)}`, list, categories, fate };
}
