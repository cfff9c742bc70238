import { percentile, ratioOf, median, type Measured } from './interleave';

/** One line of the table; what is absent is left blank. */
export interface Row {
  readonly what: string;
  readonly rate?: number;
  readonly p50?: number;
  readonly p99?: number;
  /** Microseconds of the service's processor time a unit. */
  readonly cpu?: number;
  readonly databaseCpu?: number;
  /** What it is of its baselines, in words: `0.41 of bare http`. */
  readonly ratio: string;
  readonly note?: string;
}

/** A row of what was measured, against what was measured beside it. */
export function rowOf(
  what: string,
  measured: Measured,
  bases: Readonly<Record<string, Measured>>,
  aim?: string,
): Row {
  const ratios = Object.entries(bases).map(
    ([name, base]) => `${times(ratioOf(measured, base))} ${name}`,
  );
  return {
    ...{ what, rate: median(measured.rates) },
    ...{ p50: percentile(measured.latencies, 0.5), p99: percentile(measured.latencies, 0.99) },
    ...{ cpu: measured.cpu, databaseCpu: measured.databaseCpu },
    ratio: ratios.length > 0 ? ratios.join(', ') : 'baseline',
    note: [aim, refusals(measured)].filter(Boolean).join('; '),
  };
}

/** `0.41 ×` or `12 ×`. */
export const times = (ratio: number): string =>
  `${ratio >= 100 ? Math.round(ratio) : ratio.toPrecision(2)} ×`;

function refusals({ refused }: Measured): string {
  const told = Object.entries(refused).map(([status, count]) =>
    status === '0' ? `${count} broken connections` : `${count} answered ${status}`,
  );
  return told.join(', ');
}

const COLUMNS: readonly (readonly [string, (row: Row) => string])[] = [
  ['', ({ what }) => what],
  ['a second', ({ rate }) => inDigits(rate, 0)],
  ['p50 ms', ({ p50 }) => inDigits(p50)],
  ['p99 ms', ({ p99 }) => inDigits(p99)],
  ['CPU µs', ({ cpu }) => inDigits(cpu, 0)],
  ['PostgreSQL µs', ({ databaseCpu }) => inDigits(databaseCpu, 0)],
  ['ratio', ({ ratio }) => ratio],
  ['', ({ note = '' }) => note],
];

/** The rows as a table of Markdown. */
export const formatTable = (rows: readonly Row[]): string =>
  markdownTable(
    COLUMNS.map(([name]) => name),
    rows.map((row) => COLUMNS.map(([, cell]) => cell(row))),
    (column) => column > 0 && column < 6,
  );

/** A table of Markdown, with its columns in line. @param isNumber which columns stand to the right */
export function markdownTable(
  head: readonly string[],
  lines: readonly (readonly string[])[],
  isNumber: (column: number) => boolean,
): string {
  const widths = head.map((name, column) =>
    Math.max(3, name.length, ...lines.map((line) => line[column]?.length ?? 0)),
  );
  const pad = (text: string, column: number): string =>
    isNumber(column) ? text.padStart(widths[column] ?? 0) : text.padEnd(widths[column] ?? 0);
  const rule = widths.map((width, column) =>
    isNumber(column) ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width),
  );
  return [head, rule, ...lines].map((line) => `| ${line.map(pad).join(' | ')} |`).join('\n');
}

/** Three digits, or so many of a fraction; nothing where there is no number. */
export function inDigits(value: number | undefined, fraction?: number): string {
  if (value === undefined || Number.isNaN(value)) return '';
  const digits = fraction ?? (value < 10 ? 2 : value < 100 ? 1 : 0);
  return value.toLocaleString('en-US', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}
