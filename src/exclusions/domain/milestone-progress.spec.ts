import type { Binding } from './exclusion';
import { progressOf, type MilestoneReport, type SetMilestone } from './milestone-progress';

const day = (text: string): Date => new Date(`2017-${text}T00:00:00.000Z`);
const justBefore = (at: Date): Date => new Date(at.getTime() - 1);
const DUE = day('10-13');

const binds = (change: Partial<Binding> = {}): Binding => ({
  ...{ agencies: ['DHS'], groups: [], vehicles: [], systems: [] },
  ...change,
});

const aMilestone = (binding: Binding = binds()): SetMilestone => ({
  ...{ exclusion: 'an-exclusion', vendor: null, setBy: 'DHS', citation: 'BOD 17-01' },
  ...{ binds: binding, code: 'identify', title: 'Identify', due: DUE.toISOString() },
});

const aReport = (change: Partial<MilestoneReport> = {}): MilestoneReport => ({
  ...{ id: 'a-report', exclusion: 'an-exclusion', code: 'identify', agency: 'DHS' },
  ...{ doneAt: day('10-10'), evidenceSha256: 'ab'.repeat(32), note: null },
  ...{ reportedBy: 'a-caller', reportedAt: day('10-11'), entry: 9 },
  ...change,
});

const codes = (...given: Parameters<typeof progressOf>): string[] =>
  progressOf(...given).map(({ agency }) => agency);

describe('The progress of an agency with a milestone', () => {
  it.each([
    ['due, while nothing is done', [], justBefore(DUE)],
    ['overdue, from the instant it is due', [], DUE],
    ['done', [aReport()], day('12-01')],
    ['done, in the last millisecond', [aReport({ doneAt: justBefore(DUE) })], DUE],
    ['late, from the instant it is due', [aReport({ doneAt: DUE })], DUE],
    ['due, before it was done', [aReport()], day('10-09')],
    ['overdue, before it was done late', [aReport({ doneAt: day('11-01') })], day('10-20')],
    ['due, when another milestone is done', [aReport({ code: 'plan' })], day('10-12')],
    ['due, when another exclusion asks for it', [aReport({ exclusion: 'other' })], day('10-12')],
  ])('is %s', (told, reports, at) => {
    const [state] = told.split(',');
    expect(progressOf(aMilestone(), reports, at)).toMatchObject([{ agency: 'DHS', state }]);
  });

  it('is told with the report', () => {
    const report = aReport();
    expect(progressOf(aMilestone(), [report], DUE)).toEqual([
      { agency: 'DHS', state: 'done', report },
    ]);
  });
});

describe('The agencies that a milestone asks', () => {
  it('are those that are named, and whoever has reported', () => {
    const reports = [aReport({ agency: 'ZOO' }), aReport({ agency: 'DHS' })];
    const milestone = aMilestone(binds({ agencies: ['nasa', 'DHS'] }));
    expect(codes(milestone, reports, DUE)).toEqual(['DHS', 'NASA', 'ZOO']);
  });

  it('are the departments of the groups that are bound', () => {
    const milestone = aMilestone(binds({ agencies: ['GSA'], groups: ['defense'] }));
    expect(codes(milestone, [], DUE)).toEqual(['DOD', 'GSA']);
  });

  it('are all departments of the directory where all are bound', () => {
    const all = codes(aMilestone(binds({ agencies: 'all' })), [], DUE);
    expect(all).toEqual(expect.arrayContaining(['CIA', 'DHS', 'DOD', 'NASA', 'ODNI']));
    expect(all).not.toContain('CISA');
    expect(all).toEqual([...all].sort());
  });

  it('are one, where one is asked about: bound itself, or through its department', () => {
    const milestone = aMilestone();
    expect(codes(milestone, [], DUE, 'DHS')).toEqual(['DHS']);
    expect(codes(milestone, [], DUE, 'CISA')).toEqual(['CISA']);
    expect(codes(milestone, [], DUE, 'NASA')).toEqual([]);
    expect(codes(milestone, [aReport({ agency: 'NASA' })], DUE, 'NASA')).toEqual(['NASA']);
  });
});
