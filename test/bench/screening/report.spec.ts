import { aimsOf, isMet, recall } from './aims';
import type { Asked, Measurement } from './measure';
import { ALL_KINDS, type Kind, type Question } from './names/workload';
import { report } from './report';

const asked = (times: number[], ranks: number[]): Asked => ({
  ...{ times, clock: times, ranks },
  scores: ranks.map((rank) => (rank === 0 ? 0 : 0.9)),
});

const measured = (subject: 'index' | 'minisearch', factor: number): Measurement => ({
  ...{ subject, size: 1_000 },
  built: {
    ...{ seconds: 2, clockSeconds: 3, longestStretchMs: 11, longestStretchClockMs: 12 },
    ...{ indexMiB: 5, heapMiB: 6, residentMiB: 7 },
  },
  asked: {
    withTypo: asked([0.1 * factor, 0.3 * factor, 0.2 * factor], [1, 2, 1]),
    unknown: asked([1 * factor, 1 * factor], [0, 0]),
  },
});

const question = (text: string): Question => ({ text, owner: 0 });
const none = Object.fromEntries(ALL_KINDS.map((kind) => [kind, []])) as unknown as Record<
  Kind,
  Question[]
>;
const questions = {
  ...none,
  withTypo: ['a', 'b', 'c'].map(question),
  unknown: ['x', 'y'].map(question),
};

describe('recall', () => {
  it('is the share of those who were meant among the first', () => {
    expect(recall({ ranks: [1, 2, 0, 11] }, 1)).toBe(0.25);
    expect(recall({ ranks: [1, 2, 0, 11] }, 10)).toBe(0.5);
    expect(recall(undefined, 1)).toBeNaN();
  });
});

describe('aims', () => {
  it('are met or missed by what was measured', () => {
    const aims = new Map(aimsOf(measured('index', 1)).map((aim) => [aim.what, aim]));
    expect(isMet(aims.get('build')!)).toBe(true);
    expect(isMet(aims.get('longest stretch without others’ turn')!)).toBe(false);
    expect(aims.get('one typo, recall@1')?.value).toBeCloseTo(2 / 3);
    expect(isMet(aims.get('one typo, recall@1')!)).toBe(false);
    expect(aims.get('two typos, recall@1')?.value).toBeNaN();
  });
});

describe('the report', () => {
  const all = new Map(
    [measured('index', 1), measured('minisearch', 10)].map((m) => [m.subject, m]),
  );
  const told = report([{ size: 1_000, questions, measured: all }]);
  const line = (beginning: RegExp): string[] =>
    told
      .split('\n')
      .find((each) => beginning.test(each))!
      .split('|')
      .map((cell) => cell.trim());

  it('tells times and what was found, of itself and of what ran beside it', () => {
    const row = line(/^\| *1,000 \| one typo /);
    expect(row.slice(3, 9)).toEqual([
      '.667',
      '1.000',
      '0.20',
      '0.30',
      '0.30',
      '0.10 ×; .667, 1.000',
    ]);
  });

  it('leaves out aims that were not measured', () => {
    expect(told).toMatch(/one typo, recall@1/);
    expect(told).not.toMatch(/two typos, recall@1/);
  });

  it('tells no growth of one size', () => {
    expect(told).not.toMatch(/Growth/);
  });
});
