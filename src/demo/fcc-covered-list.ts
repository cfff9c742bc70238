import { NEW_BUSINESS, type CoveredArticle } from '../exclusions/domain/exclusion';
import { SECTION_889_MAKERS } from './section-889';
import { binding, covering, prohibition, type ToldOrder } from './told';

/** What is put on the Covered List, and from when on no subsidy may be spent on it. */
interface Covered {
  readonly vendor: string;
  readonly listedAt: string;
  readonly effectiveFrom: string;
  readonly articles: readonly CoveredArticle[];
  readonly uses?: readonly string[];
  readonly reason: string;
}

/** Purchases with support that the FCC administers; not a code of an agency that buys by itself. */
export const FCC_SUBSIDIES = 'FCC-USF';

const KASPERSKY = { manufacturer: 'Kaspersky Lab', aliases: ['Kaspersky'] };

/**
 * Entries of the Covered List. What was on the first list is barred with its publication, all else sixty days after it
 * is put on the list.
 *
 * @source 47 U.S.C. 1602(a)(2); the Covered List, https://www.fcc.gov/supplychain/coveredlist
 */
const COVERED: readonly Covered[] = [
  ...SECTION_889_MAKERS.map(({ vendor, articles, uses }) => ({
    ...{ vendor, articles, uses },
    ...{ listedAt: '2021-03-12T20:00:00.000Z', effectiveFrom: '2021-03-12T00:00:00.000Z' },
    reason: 'On the first Covered List.',
  })),
  {
    ...{ vendor: 'AO Kaspersky Lab', articles: [{ ...KASPERSKY, product: null }] },
    ...{ listedAt: '2022-03-25T20:00:00.000Z', effectiveFrom: '2022-05-24T00:00:00.000Z' },
    reason: 'Information security products, solutions and services, also of its affiliates.',
  },
  {
    vendor: 'Kaspersky Lab, Inc.',
    articles: ['anti-virus', 'antivirus', 'cybersecurity'].map((product) => ({
      ...KASPERSKY,
      product,
    })),
    ...{ listedAt: '2024-07-23T20:00:00.000Z', effectiveFrom: '2024-09-21T00:00:00.000Z' },
    reason: 'Cybersecurity and anti-virus software, also of its successors and assignees.',
  },
];

/**
 * What the Covered List bars: spending subsidies that the FCC administers. Agencies are not bound by it, so that it
 * binds none of them, and is told with a verdict all the same.
 */
export const COVERED_LIST_ORDERS: readonly ToldOrder[] = COVERED.map((covered) => ({
  ...{ vendor: covered.vendor, learnedAt: covered.listedAt, reason: covered.reason },
  ...{ effectiveFrom: covered.effectiveFrom, effectiveTo: null, later: [] },
  terms: prohibition({
    ...{ basis: 'statute', agency: 'FCC', affiliates: ['common-control', 'successors'] },
    effects: NEW_BUSINESS,
    scope: covering({ articles: covered.articles, uses: covered.uses ?? [] }),
    binds: binding({ agencies: [FCC_SUBSIDIES] }),
    citations: [
      { edition: 'statute', citation: '47 U.S.C. 1602' },
      { edition: 'other', citation: 'FCC Covered List' },
    ],
    comment:
      'The Covered List bars spending federal subsidies that the FCC administers on what stands on it. It does not bar federal procurement.',
  }),
  authority: {
    citation: 'FCC Covered List; 47 U.S.C. 1601, 1602',
    office: 'Federal Communications Commission',
    url: 'https://www.fcc.gov/supplychain/coveredlist',
  },
}));
