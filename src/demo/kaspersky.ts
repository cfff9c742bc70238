import { createHash } from 'node:crypto';
import { EVERYBODY, type CoveredArticle } from '../exclusions/domain/exclusion';
import { INVENTED } from './demonstration';
import { binding, covering, prohibition, type ToldOrder, type ToldRemoval } from './told';

/**
 * Kaspersky Lab leaves the lists.
 *
 * @source the pages that each authority links to
 */
export const KASPERSKY_REMOVALS: readonly ToldRemoval[] = [
  ...['gsa-schedule-70', 'gsa-schedule-67'].map((list) => ({
    ...{ vendor: 'Kaspersky Lab, Inc.', list },
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
    ...{ vendor: 'Kaspersky Lab, Inc.', list: 'nasa-sewp' },
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

const NAMES = { manufacturer: 'Kaspersky Lab', aliases: ['Kaspersky', 'Лаборатория Касперского'] };

const EVERYTHING: CoveredArticle = { ...NAMES, product: null };

/** What Kaspersky Lab teaches and tells is no product that runs on a system. */
const KNOWLEDGE = ['Threat Intelligence', 'Security Training'];

/**
 * The directive binds what 44 U.S.C. 3553 lets DHS direct: neither national security systems nor those of Defense.
 *
 * @source 82 FR 43782; https://fcw.com/articles/2017/09/19/kaspersky-directive-dhs-mazmanian.aspx (what it leaves out)
 */
export const BOD_17_01: ToldOrder = {
  vendor: 'AO Kaspersky Lab',
  learnedAt: '2017-09-13T20:00:00.000Z',
  effectiveFrom: '2017-09-13T00:00:00.000Z',
  effectiveTo: null,
  terms: prohibition({
    ...{ basis: 'directive', agency: 'DHS', binds: binding({ groups: ['civilian'] }) },
    scope: covering({ whole: true, articles: [EVERYTHING], exempt: KNOWLEDGE }),
    cause: 'Information security risks of Kaspersky-branded products on federal systems.',
    citations: [
      { edition: 'directive', citation: 'BOD 17-01' },
      { edition: 'federal-register', citation: '82 FR 43782, FR Doc. 2017-19838' },
    ],
    comment:
      'Kaspersky-branded products. The directive does not address Kaspersky code that is embedded in products of other companies.',
    // The days of the directive are inclusive: a thing is late when the day is over.
    milestones: [
      { code: 'identify', title: 'Identify its use', due: '2017-10-14T00:00:00.000Z' },
      { code: 'plan', title: 'Plan its removal', due: '2017-11-13T00:00:00.000Z' },
      { code: 'begin-removal', title: 'Begin to remove it', due: '2017-12-13T00:00:00.000Z' },
    ],
  }),
  authority: {
    citation: 'BOD 17-01; 82 FR 43782',
    office: 'Department of Homeland Security',
    url: 'https://govinfo.gov/content/pkg/FR-2017-09-19/html/2017-19838.htm',
  },
  reason: 'Agencies are to stop present and future use of Kaspersky-branded products.',
  later: [],
  // What DHS itself reported is not public.
  reports: [
    {
      ...{ learnedAt: '2017-10-11T15:00:00.000Z', code: 'identify' },
      doneAt: new Date('2017-10-10T00:00:00.000Z'),
      evidenceSha256: createHash('sha256').update(INVENTED.reason).digest('hex'),
      note: INVENTED.reason,
    },
  ],
};

const STATUTE = { edition: 'statute', citation: 'Pub. L. 115-91 s.1634' } as const;
const INTERIM_RULE = [
  { edition: 'far', citation: 'FAR 4.20; 52.204-23' },
  { edition: 'federal-register', citation: '83 FR 28141 (FAC 2005-99)' },
] as const;

/**
 * Later rules only add where it stands in the FAR; since that changes nothing of what is barred, it is said of all of it.
 *
 * @source Pub. L. 115-91 s.1634
 */
export const SECTION_1634: ToldOrder = {
  vendor: 'AO Kaspersky Lab',
  learnedAt: '2017-12-12T20:00:00.000Z',
  effectiveFrom: '2018-10-01T00:00:00.000Z',
  effectiveTo: null,
  terms: prohibition({
    ...{ basis: 'statute', agency: 'CONGRESS', binds: EVERYBODY },
    affiliates: ['common-control', 'successors'],
    scope: covering({ whole: true, articles: [EVERYTHING] }),
    citations: [STATUTE],
  }),
  authority: {
    citation: 'Pub. L. 115-91 s.1634',
    office: 'United States Congress',
    url: 'https://regulations.justia.com/regulations/fedreg/2019/09/10/2019-19360.html',
  },
  reason: 'No part of the Government may use hardware, software or services of Kaspersky Lab.',
  later: [
    {
      learnedAt: '2018-06-15T16:00:00.000Z',
      action: 'amend-exclusion',
      effectiveFrom: '2018-10-01T00:00:00.000Z',
      terms: { citations: [STATUTE, ...INTERIM_RULE] },
      authority: {
        citation: 'Pub. L. 115-91 s.1634; FAR 52.204-23',
        office: 'FAR Council',
        url: 'http://gcblog.wolterskluwerlb.com/fac-2005-99s-interim-rules-implement-ndaa-requirements',
      },
      reason: 'The FAR carries the statute out; what is barred, and from when on, stays.',
    },
    {
      learnedAt: '2025-08-14T16:00:00.000Z',
      action: 'amend-exclusion',
      effectiveFrom: '2018-10-01T00:00:00.000Z',
      terms: {
        citations: [
          ...[STATUTE, ...INTERIM_RULE],
          { edition: 'far-overhaul', citation: 'FAR 40.2; 52.240-91' },
        ],
      },
      authority: {
        citation: 'Pub. L. 115-91 s.1634; FAR 52.204-23, now 52.240-91',
        office: 'FAR Council',
        url: 'https://www.fedcontractpros.com/blog/part-52-recast-why-the-far-overhauls-clause-architecture-matters-for-contractors',
      },
      reason:
        'The overhauled FAR has one clause for all such prohibitions; agencies take it up by deviation.',
    },
  ],
};

/** Words by which anti-virus and cybersecurity products are told; any other product is for a person to look at. */
const SECURITY_PRODUCTS: readonly CoveredArticle[] = [
  ...['anti-virus', 'antivirus', 'cybersecurity', 'endpoint security', 'internet security'],
  'total security',
].map((product) => ({ ...NAMES, product }));

const FINAL_DETERMINATION = {
  citation: '89 FR 52434 (ICTS-2021-002); 15 CFR 7',
  office: 'Bureau of Industry and Security',
  url: 'https://regulations.justia.com/regulations/fedreg/2024/06/24/2024-13532.html',
};

/** @source 89 FR 52434; https://whatstrending.fenwick.com/post/102jb15 (its dates and what it leaves free) */
export const FINAL_DETERMINATION_2024: ToldOrder = {
  vendor: 'Kaspersky Lab, Inc.',
  learnedAt: '2024-06-20T20:00:00.000Z',
  effectiveFrom: '2024-07-20T00:00:00.000Z',
  effectiveTo: null,
  terms: prohibition({
    ...{ basis: 'agency-order', agency: 'DOC', binds: EVERYBODY, effects: ['award'] },
    scope: covering({
      articles: SECURITY_PRODUCTS,
      exempt: [...KNOWLEDGE, 'training', 'consulting', 'advisory'],
    }),
    citations: [
      { edition: 'federal-register', citation: '89 FR 52434, FR Doc. 2024-13532' },
      { edition: 'cfr', citation: '15 CFR 7' },
    ],
    comment:
      'Bars dealings of Kaspersky Lab with U.S. persons in anti-virus and cybersecurity products and services, among them those under other labels.',
  }),
  authority: FINAL_DETERMINATION,
  reason: 'From 20 July 2024 on no new agreements.',
  later: [
    {
      learnedAt: '2024-06-20T20:00:00.000Z',
      action: 'amend-exclusion',
      effectiveFrom: '2024-09-29T00:00:00.000Z',
      terms: { effects: ['award', 'option', 'modification', 'subcontract', 'use'] },
      authority: FINAL_DETERMINATION,
      reason: 'From 29 September 2024 on no updates, resale or integration either.',
    },
  ],
};

export const KASPERSKY_ORDERS: readonly ToldOrder[] = [
  ...[BOD_17_01, SECTION_1634, FINAL_DETERMINATION_2024],
];
