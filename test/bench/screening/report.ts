import { DEFAULT_THRESHOLDS } from '../../../src/screening/domain/thresholds';
import { median, percentile } from '../support/interleave';
import { inDigits, markdownTable, times } from '../support/table';
import { aimsOf, isMet, mixOf, recall, typingOf, type Aim } from './aims';
import type { Asked, Measurement } from './measure';
import { ALL_KINDS, isTyping, KINDS, type Kind } from './names/workload';
import type { Run } from './run';
import { SUBJECTS, type SubjectName } from './subjects/subject';

const BASELINES = SUBJECTS.filter((name) => name !== 'index');
type Baseline = (typeof BASELINES)[number];
const TITLES: Readonly<Record<SubjectName, string>> = {
  ...{ index: 'the registry’s index', minisearch: 'minisearch', fuse: 'fuse.js' },
  pg_trgm: 'PostgreSQL pg_trgm',
};

/** All that was measured, as tables of Markdown. */
export function report(runs: readonly Run[]): string {
  const last = runs.at(-1);
  if (!last) return '';
  return [
    `### Aims, at ${count(last.size)} names`,
    aimsTable(last),
    '### Building, and what it takes',
    builtTable(runs),
    '### Questions',
    questionsTable(runs),
    ...(runs.length > 1 ? ['### Growth', growthTable(runs)] : []),
  ].join('\n\n');
}

function aimsTable(run: Run): string {
  const told = ({ value, limit, least, unit }: Aim): string[] => [
    `${least ? '≥' : '≤'} ${[String(limit), unit].join(' ').trim()}`,
    [least ? share(value) : inDigits(value), unit].join(' ').trim(),
  ];
  const aims = aimsOf(own(run)).filter(({ value }) => !Number.isNaN(value));
  const lines = aims.map((aim) => [aim.what, ...told(aim), isMet(aim) ? 'met' : 'missed']);
  return markdownTable(
    ['', 'aim', 'measured', ''],
    lines,
    (column) => column === 1 || column === 2,
  );
}

function builtTable(runs: readonly Run[]): string {
  const lines = runs.flatMap(({ size, measured }) =>
    [...measured.values()].map(({ subject, built }) => {
      // Of a server's time and memory, this process knows nothing.
      const own = subject !== 'pg_trgm';
      const stretches = [built.longestStretchMs, built.longestStretchClockMs];
      return [
        ...[count(size), TITLES[subject], own ? inDigits(built.seconds) : ''],
        inDigits(built.clockSeconds),
        ...stretches.map((each) => (subject === 'index' ? inDigits(each) : '')),
        built.indexMiB > 0 ? inDigits(built.indexMiB) : '',
        ...[built.heapMiB, built.residentMiB].map((mib) => (own ? inDigits(Math.max(0, mib)) : '')),
      ];
    }),
  );
  const times = ['build s', 'by the clock', 'longest stretch ms', 'by the clock'];
  const memory = ['index MiB', 'heap and buffers MiB', 'resident MiB'];
  return markdownTable(['names', '', ...times, ...memory], lines, (column) => column !== 1);
}

function questionsTable(runs: readonly Run[]): string {
  const baselines = BASELINES.filter((name) => runs.some(({ measured }) => measured.has(name)));
  const head = ['names', 'question', 'recall@1', '@10', 'p50 ms', 'p99 ms', 'longest ms'];
  const lines = runs.flatMap((run) => [
    ...ALL_KINDS.flatMap((kind) => {
      const asked = own(run).asked[kind];
      return asked
        ? [[count(run.size), KINDS[kind], ...found(kind, asked), ...spent(asked.times)]]
        : [];
    }),
    [count(run.size), 'all but typing', '', '', ...spent(mixOf(own(run)))],
  ]);
  const cells = runs.flatMap((run) => [
    ...ALL_KINDS.filter((kind) => own(run).asked[kind]).map((kind) => [
      ...baselines.map((name) => againstOne(run, kind, name)),
      noteOn(run, kind),
    ]),
    [...baselines.map((name) => againstAll(run, name)), ''],
  ]);
  return markdownTable(
    [...head, ...baselines.map((name) => `of ${TITLES[name]}`), ''],
    lines.map((line, row) => [...line, ...(cells[row] ?? [])]),
    (column) => column === 0 || (column > 1 && column < 7),
  );
}

const found = (kind: Kind, asked: Asked): string[] =>
  kind === 'unknown' ? ['', ''] : [share(recall(asked, 1)), share(recall(asked, 10))];

function spent(all: readonly number[] | Float64Array): string[] {
  const sorted = Float64Array.from(all).sort();
  return [0.5, 0.99, 1].map((of) => inDigits(percentile(sorted, of)));
}

/** How long the index took of the baseline's time, and what the baseline found. */
function againstOne({ measured }: Run, kind: Kind, name: Baseline): string {
  const [mine, theirs] = [measured.get('index')?.asked[kind], measured.get(name)?.asked[kind]];
  if (!mine || !theirs) return '';
  const ratio = times(ratioOf(mine, theirs, name));
  if (kind === 'unknown') return ratio;
  return `${ratio}; ${share(recall(theirs, 1))}, ${share(recall(theirs, 10))}`;
}

/** The middle of the ratios of all kinds, of which each counts as much. */
function againstAll({ measured }: Run, name: Baseline): string {
  const [mine, theirs] = [measured.get('index'), measured.get(name)];
  if (!mine || !theirs) return '';
  const ratios = ALL_KINDS.filter((kind) => !isTyping(kind)).flatMap((kind) => {
    const [a, b] = [mine.asked[kind], theirs.asked[kind]];
    return a && b ? [ratioOf(a, b, name)] : [];
  });
  return times(median(ratios));
}

/** Of the middle times for the same questions; by the clock where another process does the work. */
function ratioOf(mine: Asked, theirs: Asked, name: Baseline): number {
  const part = name === 'pg_trgm' ? 'clock' : 'times';
  return median(mine[part].slice(0, theirs[part].length)) / median(theirs[part]);
}

function noteOn(run: Run, kind: Kind): string {
  const asked = own(run).asked[kind];
  if (!asked) return '';
  if (kind === 'unknown') {
    const led = asked.scores.filter((score) => score >= DEFAULT_THRESHOLDS.candidate);
    return `${share(led.length / asked.scores.length)} led to someone (${DEFAULT_THRESHOLDS.candidate})`;
  }
  const questions = run.questions[kind].slice(0, asked.ranks.length);
  const clear = asked.ranks.filter((_, index) => questions[index]?.ambiguous === false);
  const ambiguous = questions.filter((question) => question.ambiguous).length;
  if (ambiguous === 0) return '';
  const of = `${share(recall({ ranks: clear }, 1))}, ${share(recall({ ranks: clear }, 10))}`;
  return `${share(ambiguous / questions.length)} mean more than ten; the others ${of}`;
}

function growthTable(runs: readonly Run[]): string {
  const measures: readonly (readonly [string, (measured: Measurement) => number])[] = [
    ['build s', ({ built }) => built.seconds],
    ['heap and buffers MiB', ({ built }) => built.heapMiB],
    ['all questions, p50 ms', (measured) => percentile(mixOf(measured), 0.5)],
    ['all questions, p99 ms', (measured) => percentile(mixOf(measured), 0.99)],
    ['while typing, p99 ms', (measured) => percentile(typingOf(measured), 0.99)],
  ];
  const head = ['', ...runs.map(({ size }) => count(size))];
  const lines = measures.map(([what, of]) => [
    what,
    ...runs.map((run, index) => {
      const before = runs[index - 1];
      const value = of(own(run));
      return before ? `${inDigits(value)} (${times(value / of(own(before)))})` : inDigits(value);
    }),
  ]);
  return markdownTable(head, lines, (column) => column > 0);
}

function own({ measured }: Run): Measurement {
  const index = measured.get('index');
  if (!index) throw new Error('The index was not measured.');
  return index;
}

const count = (names: number): string => names.toLocaleString('en-US');
const share = (value: number): string => value.toFixed(3).replace(/^0(?=\.)/, '');
