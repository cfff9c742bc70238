import { createHash } from 'node:crypto';
import { EVERYBODY } from '../exclusions/domain/exclusion';
import { INVENTED } from './demonstration';
import {
  covering,
  type ToldAffiliation,
  type ToldOrder,
  type ToldProceeding,
  type ToldTerms,
} from './told';

/** An affiliate of a debarred vendor that its debarment does not name, and so does not reach. */
export const INVENTED_AFFILIATION: ToldAffiliation = {
  vendor: 'Norwood Invented Logistics, Inc.',
  relation: 'subsidiary',
  other: 'Norwood Invented Freight LLC',
  ...INVENTED,
};

const lawful = (citation: string): Pick<ToldOrder, 'authority' | 'reason'> => ({
  authority: { citation: `${citation} (demonstration, invented)`, office: 'Demonstration' },
  reason: INVENTED.reason,
});

/** What a debarment says here: work that goes on may be adjusted, but nothing new be given. */
const sanction = (terms: Pick<ToldTerms, 'kind' | 'agency'> & Partial<ToldTerms>): ToldTerms => ({
  ...{ basis: null, affiliates: ['named-only'], binds: EVERYBODY },
  ...{ scope: covering({ whole: true }), effects: ['award', 'option', 'subcontract'] },
  ...{ citations: [], comment: null, milestones: [] },
  cause: INVENTED.reason,
  ...terms,
});

/** A debarment of three years, which one agency waives for half a year. @source FAR 9.406-1(c), 9.406-4 */
const DEBARMENT: ToldOrder = {
  vendor: 'Norwood Invented Logistics, Inc.',
  learnedAt: '2021-03-01T15:00:00.000Z',
  effectiveFrom: '2021-03-01T00:00:00.000Z',
  effectiveTo: '2024-03-01T00:00:00.000Z',
  terms: sanction({
    ...{ kind: 'debarment', agency: 'DOD' },
    citations: [{ edition: 'far', citation: 'FAR 9.406-2(b)(1)' }],
  }),
  ...lawful('FAR 9.406-2(b)(1)'),
  later: [
    {
      learnedAt: '2021-05-24T15:00:00.000Z',
      ...{ action: 'waive', agency: 'NASA', vendor: null, articles: [] },
      effectiveFrom: '2021-06-01T00:00:00.000Z',
      effectiveTo: '2021-12-01T00:00:00.000Z',
      ...lawful('FAR 9.406-1(c), compelling reason'),
    },
  ],
};

/** A debarment from one kind of services only. @source FAR 9.406-1(b) */
const DEBARMENT_IN_PART: ToldOrder = {
  vendor: 'Pinecrest Figmental Supplies, Inc.',
  learnedAt: '2022-09-12T15:00:00.000Z',
  effectiveFrom: '2022-09-12T00:00:00.000Z',
  effectiveTo: '2024-09-12T00:00:00.000Z',
  terms: sanction({
    ...{ kind: 'debarment', agency: 'GSA', scope: covering({ categories: ['132-51'] }) },
    citations: [{ edition: 'far', citation: 'FAR 9.406-1(b)' }],
    comment: 'Limited to information technology professional services.',
  }),
  ...lawful('FAR 9.406-1(b)'),
  later: [],
};

/** A debarment that is proposed, bars from then on, and is not imposed. @source FAR 9.405(a) */
const PROPOSED_DEBARMENT: ToldOrder = {
  vendor: 'Quillback Notional Staffing LLC',
  learnedAt: '2023-02-06T15:00:00.000Z',
  effectiveFrom: '2023-02-06T00:00:00.000Z',
  effectiveTo: null,
  terms: sanction({
    ...{ kind: 'proposed-debarment', agency: 'HHS' },
    citations: [{ edition: 'far', citation: 'FAR 9.406-3(c)' }],
  }),
  ...lawful('FAR 9.406-3(c)'),
  later: [
    {
      learnedAt: '2023-04-03T15:00:00.000Z',
      ...{ action: 'end-exclusion', effectiveFrom: '2023-04-03T15:00:00.000Z' },
      ...lawful('FAR 9.406-3(d)'),
    },
  ],
};

/** How it came to that: notice, answer, and a decision that imposes nothing. @source FAR 9.406-3 */
export const INVENTED_PROCEEDING: ToldProceeding = {
  ...{ vendor: PROPOSED_DEBARMENT.vendor, kind: 'debarment', list: null },
  ...{ openedAt: '2023-02-06T14:00:00.000Z', ...lawful('FAR 9.406-3(c)') },
  steps: [
    {
      learnedAt: '2023-02-09T15:00:00.000Z',
      step: {
        ...{ kind: 'notice', method: 'certified mail', answerDue: null },
        sentAt: new Date('2023-02-06T15:00:00.000Z'),
        receivedAt: new Date('2023-02-08T15:00:00.000Z'),
      },
    },
    {
      learnedAt: '2023-03-01T16:00:00.000Z',
      step: {
        ...{ kind: 'answer', note: INVENTED.reason },
        receivedAt: new Date('2023-03-01T15:00:00.000Z'),
        documentSha256: createHash('sha256').update(INVENTED.reason).digest('hex'),
      },
    },
    {
      learnedAt: '2023-04-03T14:00:00.000Z',
      step: {
        ...{ kind: 'decision', outcome: 'not-imposed', documentSha256: null, exclusion: null },
        decidedAt: new Date('2023-04-03T14:00:00.000Z'),
      },
    },
  ],
};

export const INVENTED_ORDERS: readonly ToldOrder[] = [
  ...[DEBARMENT, DEBARMENT_IN_PART, PROPOSED_DEBARMENT],
];

/** Two registrations that turn out to be one vendor. */
export const INVENTED_MERGE = {
  learnedAt: '2019-11-04T15:00:00.000Z',
  survivor: 'Bartleby & Wren Demo Systems, Inc.',
  duplicate: 'Bartleby and Wren Demo Systems',
} as const;
