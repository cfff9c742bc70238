import type { ExclusionSegment } from '../../exclusions/domain/exclusion';
import {
  hasBegun,
  overdueAt,
  stateAt,
  type AnswerStep,
  type DecisionStep,
  type NoticeStep,
  type Proceeding,
  type Recorded,
} from './proceeding';

const day = (text: string): Date => new Date(`2026-${text}T00:00:00.000Z`);
const justBefore = (at: Date): Date => new Date(at.getTime() - 1);

const RECORDED: Recorded = { recordedBy: 'a-person', recordedAt: day('06-01'), entry: 7 };

const NOTICE: NoticeStep & Recorded = {
  ...{ kind: 'notice', sentAt: day('02-01'), method: 'certified mail', receivedAt: day('02-03') },
  ...{ answerDue: day('03-06'), ...RECORDED },
};
const ANSWER: AnswerStep & Recorded = {
  ...{ kind: 'answer', receivedAt: day('03-01'), documentSha256: 'ab'.repeat(32), note: null },
  ...{ decisionDue: day('04-14'), ...RECORDED },
};
const DECISION: DecisionStep & Recorded = {
  ...{ kind: 'decision', decidedAt: day('04-01'), outcome: 'imposed', documentSha256: null },
  ...{ exclusion: 'an-exclusion', ...RECORDED },
};

const aProceeding = (change: Partial<Proceeding> = {}): Proceeding => ({
  ...{ id: 'a-proceeding', vendor: 'a-vendor', kind: 'debarment', list: null },
  ...{ authority: { citation: 'FAR 9.406-3', office: 'GSA' }, reason: 'for the test' },
  ...{ openedBy: 'a-person', openedAt: day('01-15'), entry: 6 },
  ...{ notice: null, answer: null, decision: null, imposed: null },
  ...change,
});

const told = { notice: NOTICE };
const answered = { ...told, answer: ANSWER };
const decided = { ...answered, decision: DECISION };

/** An exclusion from 10 April to 10 May. */
const IMPOSED = [
  { effective: { from: day('04-10'), to: day('05-10') } } as ExclusionSegment,
] as const;

describe('A proceeding', () => {
  it.each([
    ['proposed', {}, '06-01'],
    ['proposed', told, '01-31'],
    ['notified', told, '02-01'],
    ['notified', answered, '02-28'],
    ['answered', answered, '03-01'],
    ['answered', decided, '03-31'],
    ['decided', decided, '04-01'],
    ['decided', { ...decided, imposed: IMPOSED }, '04-09'],
    ['in-force', { ...decided, imposed: IMPOSED }, '04-10'],
    ['in-force', { ...decided, imposed: IMPOSED }, '05-09'],
    ['ended', { ...decided, imposed: IMPOSED }, '05-10'],
    ['ended', { ...decided, imposed: [] }, '04-10'],
    ['decided', { ...told, decision: DECISION }, '04-01'],
  ])('is %s, with these steps, on that day', (state, steps, on) => {
    expect(stateAt(aProceeding(steps), day(on))).toBe(state);
  });

  it('is not in force by an exclusion that began before its own decision, until it is decided', () => {
    const early = [{ effective: { from: day('01-01'), to: null } } as ExclusionSegment];
    const proceeding = aProceeding({ ...decided, imposed: early });
    expect(stateAt(proceeding, justBefore(day('04-01')))).toBe('answered');
    expect(stateAt(proceeding, day('04-01'))).toBe('in-force');
  });

  it('has begun when it was opened, or with a notice that was sent before', () => {
    expect(hasBegun(aProceeding(), day('01-15'))).toBe(true);
    expect(hasBegun(aProceeding(), justBefore(day('01-15')))).toBe(false);
    const openedLate = aProceeding({ ...told, openedAt: day('05-01') });
    expect(hasBegun(openedLate, day('02-01'))).toBe(true);
    expect(hasBegun(openedLate, justBefore(day('02-01')))).toBe(false);
  });

  it.each([
    ['answer', told, day('03-06'), { answer: true, decision: false }],
    ['answer', told, justBefore(day('03-06')), { answer: false, decision: false }],
    ['decision', answered, day('04-14'), { answer: false, decision: true }],
    ['decision', answered, justBefore(day('04-14')), { answer: false, decision: false }],
    ['neither once it is decided', decided, day('06-01'), { answer: false, decision: false }],
    ['neither before the notice', {}, day('06-01'), { answer: false, decision: false }],
  ])('tells whether it is late with the %s', (_, steps, at, late) => {
    expect(overdueAt(aProceeding(steps), at)).toEqual(late);
  });

  it('is never late with a decision for which no rule sets a time', () => {
    const steps = { ...told, answer: { ...ANSWER, decisionDue: null } };
    expect(overdueAt(aProceeding(steps), day('12-31')).decision).toBe(false);
  });
});
