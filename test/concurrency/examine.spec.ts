import { examine, type Holdings, type Violation } from './examine';
import type { AcknowledgedChange, AnsweredCheck, Log, RecordedRow, UnansweredCheck } from './log';
import type { Question, ReplayedEntry } from './model';

const VENDOR = 'a-vendor';
const ASKED: Question = { vendor: VENDOR, list: 'a-list', agency: 'DHS', key: 'a-key' };

const entries = (...types: (string | Partial<ReplayedEntry>)[]): ReplayedEntry[] =>
  types.map((type, position) => ({
    ...{ position, vendors: [VENDOR], list: 'a-list', before: null, after: null, type: '' },
    ...(typeof type === 'string' ? { type } : type),
  }));

/** Listed by the first three entries, removed by the next three. */
const HISTORY = entries(
  ...['proposal.made', 'proposal.approved', 'listing.listed'],
  ...['proposal.made', 'proposal.approved', 'listing.removed'],
);

const REMOVAL: AcknowledgedChange = { what: 'remove', begun: 100, ended: 120, position: 6 };

let checks = 0;

function aCheck(
  answer: Partial<AnsweredCheck['answer']> = {},
  rest: Partial<AnsweredCheck> = {},
): AnsweredCheck {
  const id = `check ${++checks}`;
  return {
    ...{ client: 1, request: `PR-${checks}`, batch: null, question: ASKED, begun: 10, ended: 20 },
    answer: { id, verdict: 'eligible', position: 3, codes: ['LISTED'], digest: id, ...answer },
    ...rest,
  };
}

const REMOVED = { verdict: 'ineligible', position: 6, codes: ['LISTING_REMOVED'] };
const AFTER = { begun: 130, ended: 140 };

const asRecorded = ({ request, answer }: AnsweredCheck): RecordedRow => {
  const { id, verdict, position, digest } = answer;
  return { id, request, verdict, position, digest };
};

const aRefusal = (terms: Partial<UnansweredCheck>): UnansweredCheck => ({
  ...{ client: 1, request: 'PR-0', status: 503, key: ASKED.key, text: '{"code":"unavailable"}' },
  ...{ begun: 10, ended: 20 },
  ...terms,
});

/** What is found where everything else is as it should be. */
function found(log: Partial<Log>, holdings: Partial<Holdings> = {}): Violation['promise'][] {
  const whole = { checks: [], unanswered: [], changes: [REMOVAL], ...log };
  const recorded = whole.checks.map(asRecorded);
  const violations = examine(whole, { history: HISTORY, recorded, ...holdings });
  return violations.map(({ promise }) => promise);
}

describe('what was asked and answered', () => {
  it('is in order where all of it fits together', () => {
    const before = aCheck();
    const after = aCheck(REMOVED, AFTER);
    expect(found({ checks: [before, after], unanswered: [aRefusal({})] })).toEqual([]);
  });

  it('may be decided with a change that is under way, or without it', () => {
    const during = { begun: 105, ended: 115 };
    expect(found({ checks: [aCheck({}, during)] })).toEqual([]);
    expect(found({ checks: [aCheck(REMOVED, during)] })).toEqual([]);
  });

  it('may be told once more', () => {
    const check = aCheck();
    const again = { ...check, begun: 21, ended: 22 };
    expect(found({ checks: [check, again] }, { recorded: [asRecorded(check)] })).toEqual([]);
  });

  it('may be recorded without having been told', () => {
    expect(found({}, { recorded: [asRecorded(aCheck())] })).toEqual([]);
  });
});

describe('a contradiction', () => {
  it.each([120.001, 500])('is a check begun at %s ms without a removal told by 120', (begun) => {
    expect(found({ checks: [aCheck({}, { begun, ended: 600 })] })).toEqual(['fresh']);
  });

  it('is a stale check after the earlier of two changes, whichever was asked for first', () => {
    const slower = { what: 'remove', begun: 1, ended: 200, position: 3 };
    const check = aCheck({}, AFTER);
    expect(found({ checks: [check], changes: [slower, REMOVAL] })).toEqual(['fresh']);
    expect(found({ checks: [check], changes: [slower] })).toEqual([]);
  });

  it('is a check decided with a change that was asked for after its answer', () => {
    expect(found({ checks: [aCheck(REMOVED, { begun: 90, ended: 99.9 })] })).toEqual([
      'not-foreseen',
    ]);
  });

  it('is a check decided before another that was answered before it began', () => {
    const log = { changes: [], checks: [aCheck(REMOVED), aCheck({}, { begun: 21, ended: 22 })] };
    expect(found(log)).toEqual(['forward']);
    const atOnce = { changes: [], checks: [aCheck(REMOVED), aCheck({}, { begun: 15, ended: 22 })] };
    expect(found(atOnce)).toEqual([]);
  });

  it.each([
    ['another verdict', { verdict: 'ineligible' }],
    ['another reason', { codes: ['NOT_EXCLUDED'] }],
    ['one reason more', { codes: ['LISTED', 'WAIVED'] }],
    ['the verdict of a later position', { ...REMOVED, position: 5 }],
    ['a position that the history has not reached', { position: 7 }],
  ])('is %s than the registry has at the position', (_, answer) => {
    expect(found({ checks: [aCheck(answer)], changes: [] })).toEqual(['true']);
  });

  it('is a batch that is decided at two positions', () => {
    const batch = { batch: 'PR-1', begun: 105, ended: 115 };
    expect(found({ checks: [aCheck({}, batch), aCheck(REMOVED, batch)] })).toEqual(['together']);
    expect(found({ checks: [aCheck({}, batch), aCheck({}, batch)] })).toEqual([]);
  });

  it('is an answer that is not recorded', () => {
    expect(found({ checks: [aCheck()] }, { recorded: [] })).toEqual(['recorded']);
  });

  it.each([
    { verdict: 'review' },
    { position: 4 },
    { digest: 'of something else' },
    { request: 'PR-of another' },
  ])('is an answer that is recorded with %j', (change) => {
    const check = aCheck();
    const recorded = [{ ...asRecorded(check), ...change }];
    expect(found({ checks: [check] }, { recorded })).toEqual(['recorded']);
  });

  it('is a request with two answers, or with two records', () => {
    const [one, other] = [aCheck(), aCheck()];
    const twice = { checks: [one, { ...other, request: one.request }] };
    expect(found(twice)).toEqual(['once', 'once']);
    const recorded = [one, { ...other, request: one.request }].map(asRecorded);
    expect(found({ checks: [one] }, { recorded })).toEqual(['once']);
    const before = (status: number) => [aRefusal({ status, text: '', request: one.request })];
    expect(found({ checks: [one], unanswered: before(409) }, { recorded })).toEqual(['once']);
    expect(found({ checks: [one], unanswered: before(503) }, { recorded })).toEqual([]);
  });

  it.each([
    [503, '{"code":"unavailable","verdict":"ineligible"}'],
    [500, 'eligible'],
    [0, '{"id":"…","reasons":['],
  ])('is a verdict in an answer %i', (status, text) => {
    expect(found({ unanswered: [aRefusal({ status, text })] })).toEqual(['silent']);
  });
});

describe('a key', () => {
  const history = entries('listing.listed', {
    ...{ type: 'key.revoked', vendors: [], after: { id: ASKED.key } },
  });
  const changes = [{ what: 'revocation', begun: 100, ended: 120, position: 2 }];
  const refused = { status: 401, text: '' };

  it('opens nothing once its revocation was told', () => {
    const check = aCheck({ position: 2 }, AFTER);
    expect(found({ checks: [check], changes }, { history })).toEqual(['locked']);
    const other = { ...check, question: { ...ASKED, key: 'another' } };
    expect(found({ checks: [other], changes }, { history })).toEqual([]);
  });

  it('may open or be refused while it is revoked', () => {
    const during = { begun: 105, ended: 130 };
    const log = { checks: [aCheck({ position: 1 }, during)], changes };
    expect(
      found({ ...log, unanswered: [aRefusal({ ...refused, ...during })] }, { history }),
    ).toEqual([]);
  });

  it('is not refused while it is good', () => {
    const unanswered = [aRefusal(refused)];
    expect(found({ unanswered, changes }, { history })).toEqual(['locked']);
    expect(found({ unanswered, changes: [] }, { history: HISTORY })).toEqual(['locked']);
    const late = [aRefusal({ ...refused, ...AFTER })];
    expect(found({ unanswered: late, changes }, { history })).toEqual([]);
  });
});

describe('what the registry says', () => {
  const imposed = { type: 'exclusion.imposed', exclusion: 'an-exclusion' };
  const waiver = { waiver: 'a-waiver', agency: 'DHS' };
  const granted = { type: 'waiver.granted', exclusion: 'an-exclusion', after: waiver };
  const revoked = { type: 'waiver.revoked', exclusion: 'an-exclusion', before: waiver };
  const openMarket = { ...ASKED, list: null };

  it.each([
    ['nobody lists', [], 'ineligible', ['NOT_LISTED']],
    ['lists', ['listing.listed'], 'eligible', ['LISTED']],
    [
      'suspends',
      ['listing.listed', 'listing.suspended'],
      'ineligible',
      ['LISTING_SUSPENDED', 'SUSPENSION_UNCONFIRMED'],
    ],
    ['reinstates', ['listing.removed', 'listing.reinstated'], 'eligible', ['LISTED']],
    ['excludes', ['listing.listed', imposed], 'ineligible', ['LISTED', 'VENDOR_EXCLUDED']],
    [
      'waives',
      ['listing.listed', imposed, granted],
      'eligible',
      ['LISTED', 'VENDOR_EXCLUDED', 'WAIVED'],
    ],
    [
      'revokes the waiver',
      ['listing.listed', imposed, granted, revoked],
      'ineligible',
      ['LISTED', 'VENDOR_EXCLUDED'],
    ],
    [
      'ends the exclusion',
      ['listing.listed', imposed, { type: 'exclusion.ended', exclusion: 'an-exclusion' }],
      'eligible',
      ['LISTED'],
    ],
  ] as const)('where it %s', (_, types, verdict, codes) => {
    const history = entries(...types);
    const check = aCheck({ verdict, codes, position: history.length });
    expect(found({ checks: [check], changes: [] }, { history })).toEqual([]);
    const elsewhere = { ...check, question: { ...ASKED, vendor: 'another' } };
    const isNotListed = codes.join() === 'NOT_LISTED';
    expect(found({ checks: [elsewhere], changes: [] }, { history })).toEqual(
      isNotListed ? [] : ['true'],
    );
  });

  it('of a purchase outside the lists', () => {
    const history = entries('listing.removed', imposed, granted);
    const at = (position: number, verdict: string, ...codes: string[]): AnsweredCheck =>
      aCheck({ position, verdict, codes }, { question: openMarket });
    const checks = [
      at(1, 'eligible', 'NOT_EXCLUDED'),
      at(2, 'ineligible', 'VENDOR_EXCLUDED'),
      at(3, 'eligible', 'VENDOR_EXCLUDED', 'WAIVED'),
    ];
    expect(found({ checks, changes: [] }, { history })).toEqual([]);
  });

  it('is not guessed where the history has a gap, or tells what is not known here', () => {
    const check = aCheck({ position: 1 });
    const gap = HISTORY.map((entry) => ({ ...entry, position: entry.position + 1 }));
    expect(() => found({ checks: [check] }, { history: gap })).toThrow('Entry 0 is missing.');
    const history = entries('vendor.merged');
    expect(() => found({ checks: [check] }, { history })).toThrow('vendor.merged');
  });
});
