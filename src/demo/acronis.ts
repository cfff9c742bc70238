import { binding, covering, prohibition, type ToldOrder, type ToldRemoval } from './told';

/**
 * The first FASCSA order: in effect for ten weeks before the public learned of it. Some say that it was published on
 * 15 September, others on the 18th; here it is the later day, by which everybody could know.
 *
 * @source https://www.crowell.com/en/insights/client-alerts/off-the-supply-chain-director-of-national-intelligence-issues-first-exclusion-and-removal-order-under-the-federal-acquisition-supply-chain-security-act
 */
export const FASCSA_ORDER: ToldOrder = {
  vendor: 'Acronis AG',
  learnedAt: '2025-09-18T16:00:00.000Z',
  effectiveFrom: '2025-07-11T00:00:00.000Z',
  effectiveTo: null,
  terms: prohibition({
    ...{ basis: 'fascsa-order', agency: 'ODNI' },
    scope: covering({
      whole: true,
      articles: [{ manufacturer: 'Acronis', product: null, aliases: ['Acronis AG'] }],
    }),
    binds: binding({ groups: ['intelligence'], systems: ['sci'] }),
    citations: [
      { edition: 'statute', citation: '41 U.S.C. 1321-1328' },
      { edition: 'far', citation: 'FAR 4.23; 52.204-30' },
    ],
    comment: 'Reaches all organizations that are subordinate to Acronis AG or affiliated with it.',
  }),
  authority: {
    citation: 'FASCSA order of the DNI; 41 U.S.C. 1321-1328',
    office: 'Office of the Director of National Intelligence',
    url: 'https://www.jdsupra.com/legalnews/dni-issues-first-ever-fasca-order-8915688/',
  },
  reason:
    'Excluded from procurement of the intelligence community, and to be removed from its and SCI systems.',
  later: [],
};

/** @source the page that the authority links to */
export const ACRONIS_REMOVAL: ToldRemoval = {
  ...{ vendor: 'Acronis AG', list: 'gsa-advantage' },
  learnedAt: '2025-09-18T20:00:00.000Z',
  effectiveFrom: '2025-09-18T00:00:00.000Z',
  authority: {
    citation: 'GSA notice on the FASCSA order; FAR 52.204-30',
    office: 'General Services Administration',
    url: 'https://www.mayerbrown.com/zh-hans/insights/publications/2025/10/dni-issues-first-fascsa-exclusion-and-removal-order-against-acronis-ag',
  },
  reason: 'GSA removed Acronis from GSA Advantage after the order.',
};
