import type { ListCreation } from '../lists/create-list';
import type { Said } from './told';

/** When the replayed registry opens: before everything that it tells. */
export const OPENING = '2016-01-04T14:00:00.000Z';

/** What the very first entry says. */
export const NOTICE =
  'A replayed demonstration. Each entry bears the day on which the public learned of it, not the day on which ' +
  'it was written here. Removals and prohibitions of Kaspersky Lab, Huawei, ZTE, Hytera, Hikvision, Dahua and ' +
  'Acronis are public record and cited; all other vendors, all identifiers, contract numbers and listing dates ' +
  'are invented.';

/** Why an invented change is lawful. */
export const INVENTED: Said = {
  authority: { citation: 'Demonstration, invented', office: 'Demonstration' },
  reason: 'Invented for the demonstration.',
};

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
  {
    code: 'gsa-advantage',
    name: 'GSA Advantage!',
    owner: 'GSA',
    categories: [{ code: 'software', title: 'Software' }],
  },
];

/** Listings that stood before the story begins; their first day and their numbers are invented. */
export const EARLIER_LISTINGS: readonly (Said & {
  /** Legal name. */
  readonly vendor: string;
  readonly list: string;
  readonly contractNumber: string;
})[] = [
  ...['gsa-schedule-70', 'gsa-schedule-67', 'nasa-sewp'].map((list, index) => ({
    ...{ vendor: 'Kaspersky Lab, Inc.', list, contractNumber: `DEMO-KL-${index + 1}` },
    authority: INVENTED.authority,
    reason: 'Kaspersky Lab stood on this list before 2017; the first day is invented.',
  })),
  {
    ...{ vendor: 'Acronis AG', list: 'gsa-advantage', contractNumber: 'DEMO-AC-1' },
    authority: INVENTED.authority,
    reason:
      'Its products stood here before September 2025, by way of resellers; the first day is invented.',
  },
];
