const VENDOR = '0198f3a0-0000-7000-8000-000000000001';
const OTHER = '0198f3a0-0000-7000-8000-000000000002';
const EXCLUSION = '0198f3a0-0000-7000-8000-000000000003';

const lawful = (citation: string, reason: string): object => ({
  authority: { citation, office: 'GSA Office of Acquisition Policy' },
  reason,
});

const LISTED = { vendor: VENDOR, list: 'gsa-schedule-70' };

const DIRECTIVE = {
  ...{ kind: 'prohibition', basis: 'directive', agency: 'DHS', vendor: VENDOR },
  affiliates: 'common-control',
  scope: { whole: true, articles: [{ manufacturer: 'Kaspersky Lab', aliases: ['Kaspersky'] }] },
  binds: { groups: ['civilian'] },
  effects: ['award', 'option', 'modification', 'subcontract', 'use'],
  comment: 'Kaspersky-branded products.',
  milestones: [{ code: 'identify', title: 'Identify its use', due: '2017-10-14T00:00:00.000Z' }],
};

/** What each kind of proposal looks like, for the pages of the API: only what it takes, with ids to be replaced. */
export const PROPOSAL_EXAMPLES = {
  list: {
    ...{ action: 'list', ...LISTED, contractNumber: 'GS-35F-0001A', categories: ['132-33'] },
    ...lawful('FAR 8.402', 'Contract awarded.'),
  },
  'amend-listing': {
    ...{ action: 'amend-listing', ...LISTED, categories: ['132-33'] },
    ...lawful('FAR 8.402', 'Category added.'),
  },
  renew: {
    ...{ action: 'renew', ...LISTED, effectiveTo: '2030-01-01T00:00:00.000Z' },
    ...lawful('FAR 8.402', 'Option exercised.'),
  },
  remove: {
    ...{ action: 'remove', ...LISTED, effectiveFrom: '2017-07-11T00:00:00.000Z' },
    ...lawful('GSAR 552.238-79', 'Contract cancelled.'),
  },
  reinstate: {
    ...{ action: 'reinstate', ...LISTED },
    ...lawful('FAR 8.402', 'Findings resolved.'),
  },
  exclude: {
    ...{ action: 'exclude', exclusion: DIRECTIVE, effectiveFrom: '2017-09-13T00:00:00.000Z' },
    ...lawful('BOD 17-01', 'Information security risks.'),
  },
  'amend-exclusion': {
    ...{ action: 'amend-exclusion', exclusion: EXCLUSION, terms: { effects: ['award'] } },
    ...lawful('FAR 9.405-1', 'Existing contracts may go on.'),
  },
  'end-exclusion': {
    ...{ action: 'end-exclusion', exclusion: EXCLUSION },
    ...lawful('FAR 9.406-4(c)', 'Debarment shortened.'),
  },
  waive: {
    ...{ action: 'waive', exclusion: EXCLUSION, agency: 'DHS', vendor: VENDOR },
    effectiveTo: '2030-01-01T00:00:00.000Z',
    ...lawful('FAR 9.405(a)', 'Compelling reason.'),
  },
  'revoke-waiver': {
    ...{ action: 'revoke-waiver', waiver: '0198f3a0-0000-7000-8000-000000000004' },
    ...lawful('FAR 9.405(a)', 'The reason is gone.'),
  },
  'merge-vendors': {
    ...{ action: 'merge-vendors', vendor: VENDOR, duplicate: OTHER },
    ...lawful('FAR 4.605', 'Registered twice.'),
  },
  'unmerge-vendors': {
    ...{ action: 'unmerge-vendors', vendor: VENDOR, duplicate: OTHER },
    ...lawful('FAR 4.605', 'Two entities after all.'),
  },
  'end-affiliation': {
    ...{ action: 'end-affiliation', affiliation: '0198f3a0-0000-7000-8000-000000000005' },
    ...lawful('FAR 4.605', 'Subsidiary sold.'),
  },
  'decide-match': {
    ...{ action: 'decide-match', name: 'Casper Labs', other: VENDOR, finding: 'not-same' },
    ...lawful('FAR 9.405(d)', 'Another firm, in another trade.'),
  },
} as const;
