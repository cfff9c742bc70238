import { CsvError, parse } from 'csv-parse';
import { pipeline, Readable } from 'node:stream';
import { MalformedCsv, TooManyPurchases } from './domain/errors';
import {
  MAX_ROWS,
  MEMBERS,
  VENDOR_MEMBERS,
  type GivenPurchase,
  type GivenPurchases,
  type Member,
} from './given-purchase';

/** Most bytes of one file. */
export const MAX_FILE = 16 * 1024 * 1024;

/**
 * Reads purchases as CSV (RFC 4180, UTF-8) with a header: reference, uei, cage, duns, lei, id, name, awarded_at, agency,
 * list, amount, currency. Columns may stand in any order; their names are read without regard to case, spaces, `_` and
 * `-`; others are ignored. What is wrong with one line is told of it alone.
 *
 * @throws {MalformedCsv} when the header or the quoting is broken, or the bytes are not UTF-8
 * @throws {TooManyPurchases} when there are more bytes or rows than are taken
 */
export async function readCsvPurchases(bytes: AsyncIterable<Uint8Array>): Promise<GivenPurchases> {
  const purchases: GivenPurchase[] = [];
  let header: Header | undefined;
  for await (const row of rowsOf(bytes)) {
    if (!header) {
      header = readHeader(row.record);
      continue;
    }
    if (purchases.length === MAX_ROWS) throw new TooManyPurchases(`${MAX_ROWS} rows`);
    purchases.push(givenIn(row, header));
  }
  if (!header) throw new MalformedCsv('The file is empty: its first line must be a header.');
  return { purchases, ignoredColumns: header.ignored };
}

interface CsvRow {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

async function* rowsOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<CsvRow> {
  const parser = parse({
    ...{ bom: true, info: true, trim: true, skip_empty_lines: true },
    ...{ relax_column_count: true, record_delimiter: ['\r\n', '\n', '\r'] },
  });
  // Whoever reads the rows meets the failure.
  const rows = pipeline(Readable.from(textOf(bytes)), parser, () => undefined);
  try {
    yield* rows as AsyncIterable<CsvRow>;
  } catch (error) {
    if (error instanceof CsvError) throw brokenCsv(error);
    throw error;
  }
}

function brokenCsv(error: CsvError): MalformedCsv {
  const { lines } = error as { lines?: unknown };
  const line = typeof lines === 'number' ? lines : undefined;
  // The library's own words quote the file; only the place is told.
  return new MalformedCsv(`The quoting is broken, on line ${line ?? '?'} or before.`, line);
}

/** The text that bytes are, piece by piece. */
async function* textOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const decode = (piece?: Uint8Array): string => {
    try {
      return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
    } catch {
      // A decoder fails at nothing else.
      throw new MalformedCsv('The file is not text in UTF-8.');
    }
  };
  let size = 0;
  for await (const piece of bytes) {
    size += piece.byteLength;
    if (size > MAX_FILE) throw new TooManyPurchases('16 MiB');
    yield decode(piece);
  }
  yield decode();
}

interface Header {
  /** The member of each column; undefined where it means nothing. */
  readonly columns: readonly (Member | undefined)[];
  readonly ignored: readonly string[];
}

const plain = (name: string): string => name.toLowerCase().replace(/[\s_-]/g, '');

const MEMBER_OF: ReadonlyMap<string, Member> = new Map(MEMBERS.map((name) => [plain(name), name]));

/** Most names of ignored columns that are told, and most characters of each. */
const [MOST_TOLD, LONGEST_TOLD] = [50, 100];

function readHeader(names: readonly string[]): Header {
  const columns = names.map((name) => MEMBER_OF.get(plain(name)));
  const known = columns.filter((member) => member !== undefined);
  if (new Set(known).size < known.length) {
    throw new MalformedCsv('The header has a column twice.', 1);
  }
  if (!known.includes('awardedAt')) throw missing('awarded_at');
  if (!VENDOR_MEMBERS.some((member) => known.includes(member))) {
    throw missing(`one of ${VENDOR_MEMBERS.join(', ')}`);
  }
  const ignored = names.filter((_, index) => columns[index] === undefined);
  return {
    columns,
    ignored: ignored.slice(0, MOST_TOLD).map((name) => name.slice(0, LONGEST_TOLD).toWellFormed()),
  };
}

const missing = (what: string): MalformedCsv =>
  new MalformedCsv(`The first line must be a header with the column ${what}.`, 1);

function givenIn({ record, info }: CsvRow, { columns }: Header): GivenPurchase {
  const line = info.lines - record.reduce((breaks, cell) => breaks + breaksIn(cell), 0);
  if (record.length !== columns.length) {
    const broken = `it has ${record.length} cells where the header has ${columns.length}`;
    return { line, given: { broken } };
  }
  const cells = columns.flatMap((member, index) =>
    member === undefined || record[index] === '' ? [] : [[member, record[index]] as const],
  );
  return { line, given: Object.fromEntries(cells) };
}

/** How many lines a cell goes over, besides the first. */
const breaksIn = (cell: string): number => (/[\r\n]/.test(cell) ? cell.split('\n').length - 1 : 0);
