import { InvalidRequest } from '../../problems/registry-error';
import { ProceedingOutOfOrder } from './errors';
import type { Proceeding, Step } from './proceeding';
import { takeStep, type GivenAnswer, type GivenNotice, type GivenStep } from './take-step';

const at = (text: string): Date => new Date(`2026-${text}Z`);
const day = (text: string): Date => at(`${text}T00:00:00.000`);
const NOW = at('06-01T12:00:00.000');

const notice = (change: Partial<GivenNotice> = {}): GivenNotice => ({
  ...{ kind: 'notice', sentAt: at('02-01T09:00:00.000'), method: 'certified mail' },
  ...{ receivedAt: null, answerDue: null },
  ...change,
});
const answer = (change: Partial<GivenAnswer> = {}): GivenAnswer => ({
  ...{ kind: 'answer', receivedAt: at('02-20T09:00:00.000'), documentSha256: 'ab'.repeat(32) },
  note: null,
  ...change,
});
const decision = (change: Partial<Extract<GivenStep, { kind: 'decision' }>> = {}): GivenStep => ({
  ...{ kind: 'decision', decidedAt: at('03-10T09:00:00.000'), outcome: 'imposed' },
  ...{ documentSha256: null, exclusion: 'an-exclusion' },
  ...change,
});

const aProceeding = (change: Partial<Proceeding> = {}): Proceeding => ({
  ...{ id: 'a-proceeding', vendor: 'a-vendor', kind: 'debarment', list: null },
  ...{ authority: { citation: 'FAR 9.406-3', office: 'GSA' }, reason: 'for the test' },
  ...{ openedBy: 'a-person', openedAt: day('01-15'), entry: 6 },
  ...{ notice: null, answer: null, decision: null, imposed: null },
  ...change,
});

/** A proceeding after some steps. */
const after = (steps: readonly GivenStep[], change: Partial<Proceeding> = {}): Proceeding =>
  steps.reduce<Proceeding>((proceeding, given) => {
    const step: Step = takeStep(proceeding, given, NOW);
    const recorded = { ...step, recordedBy: 'a-person', recordedAt: NOW, entry: 7 };
    return { ...proceeding, [step.kind]: recorded };
  }, aProceeding(change));

const pointersOf = (act: () => unknown): string[] => {
  try {
    act();
  } catch (error) {
    if (error instanceof InvalidRequest) return error.errors.map(({ pointer }) => pointer);
    throw error;
  }
  return [];
};

describe('A notice', () => {
  it('gives the vendor thirty days after the day of receipt', () => {
    const given = notice({ receivedAt: at('02-03T16:45:00.000') });
    expect(takeStep(aProceeding(), given, NOW)).toMatchObject({ answerDue: day('03-06') });
  });

  it('gives thirty days after the day of sending while the receipt is not known', () => {
    expect(takeStep(aProceeding(), notice(), NOW)).toMatchObject({ answerDue: day('03-04') });
  });

  it('may give more time than the rule, never less', () => {
    const proceeding = aProceeding();
    const longer = notice({ answerDue: day('05-01') });
    expect(takeStep(proceeding, longer, NOW)).toMatchObject({ answerDue: day('05-01') });
    const shorter = notice({ answerDue: new Date(day('03-04').getTime() - 1) });
    expect(pointersOf(() => takeStep(proceeding, shorter, NOW))).toEqual(['/answerDue']);
  });

  it('of a removal may give whatever time the agency sets', () => {
    const proceeding = aProceeding({ kind: 'removal', list: 'a-list' });
    const given = notice({ answerDue: day('02-08') });
    expect(takeStep(proceeding, given, NOW)).toMatchObject({ answerDue: day('02-08') });
    expect(
      pointersOf(() => takeStep(proceeding, notice({ answerDue: day('02-01') }), NOW)),
    ).toEqual(['/answerDue']);
  });

  it.each([
    ['sent in the future', { sentAt: new Date(NOW.getTime() + 1) }, ['/sentAt']],
    ['received in the future', { receivedAt: new Date(NOW.getTime() + 1) }, ['/receivedAt']],
    ['received before it was sent', { receivedAt: day('01-31') }, ['/receivedAt']],
  ])('is not %s', (_, change, pointers) => {
    expect(pointersOf(() => takeStep(aProceeding(), notice(change), NOW))).toEqual(pointers);
  });

  it('is given once', () => {
    const given = (): unknown => takeStep(after([notice()]), notice(), NOW);
    expect(given).toThrow(ProceedingOutOfOrder);
  });
});

describe('An answer', () => {
  it('to a proposed debarment is decided within thirty working days', () => {
    const step = takeStep(after([notice()]), answer(), NOW);
    // Friday, 20 February, is the day of the answer; in the thirty days after there is no holiday.
    expect(step).toMatchObject({ decisionDue: day('04-04') });
  });

  it.each(['suspension', 'removal'] as const)('to a %s is decided in no set time', (kind) => {
    expect(takeStep(after([notice()], { kind }), answer(), NOW)).toMatchObject({
      decisionDue: null,
    });
  });

  it('counts also when it comes late', () => {
    const late = answer({ receivedAt: day('05-01') });
    expect(takeStep(after([notice()]), late, NOW)).toMatchObject(late);
  });

  it.each([
    ['in the future', { receivedAt: new Date(NOW.getTime() + 1) }],
    ['before the notice', { receivedAt: day('01-31') }],
  ])('is not received %s', (_, change) => {
    const pointers = pointersOf(() => takeStep(after([notice()]), answer(change), NOW));
    expect(pointers).toEqual(['/receivedAt']);
  });

  it.each([
    ['before the notice', []],
    ['twice', [notice(), answer()]],
    ['after the decision', [notice(), decision()]],
  ])('is not recorded %s', (_, steps) => {
    expect(() => takeStep(after(steps), answer(), NOW)).toThrow(ProceedingOutOfOrder);
  });
});

describe('A decision', () => {
  it('follows the answer', () => {
    const given = decision({ decidedAt: day('02-21') });
    expect(takeStep(after([notice(), answer()]), given, NOW)).toEqual(given);
  });

  it('without an answer waits until the vendor can answer no more', () => {
    const due = day('03-04');
    const early = decision({ decidedAt: new Date(due.getTime() - 1) });
    expect(() => takeStep(after([notice()]), early, NOW)).toThrow(/may still answer/);
    expect(takeStep(after([notice()]), decision({ decidedAt: due }), NOW)).toMatchObject({
      decidedAt: due,
    });
  });

  it.each([
    ['without a notice', []],
    ['twice', [notice(), answer(), decision()]],
  ])('is not made %s', (_, steps) => {
    expect(() => takeStep(after(steps), decision(), NOW)).toThrow(ProceedingOutOfOrder);
  });

  it.each([
    ['in the future', { decidedAt: new Date(NOW.getTime() + 1) }, ['/decidedAt']],
    ['before the answer', { decidedAt: day('02-20') }, ['/decidedAt']],
    ['to impose no exclusion', { exclusion: null }, ['/exclusion']],
    ['to exclude and yet not impose', { outcome: 'not-imposed' }, ['/exclusion']],
  ] as const)('is not made %s', (_, change, pointers) => {
    const proceeding = after([notice(), answer()]);
    expect(pointersOf(() => takeStep(proceeding, decision(change), NOW))).toEqual(pointers);
  });

  it('to remove from a list needs no exclusion', () => {
    const proceeding = after([notice(), answer()], { kind: 'removal', list: 'a-list' });
    const given = decision({ exclusion: null });
    expect(takeStep(proceeding, given, NOW)).toEqual(given);
  });

  it('that settles may lead to an exclusion, or to none', () => {
    const proceeding = after([notice(), answer()]);
    for (const exclusion of [null, 'an-exclusion']) {
      const given = decision({ outcome: 'settled', exclusion });
      expect(takeStep(proceeding, given, NOW)).toEqual(given);
    }
  });
});
