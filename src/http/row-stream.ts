import { pipeline, Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import { stringify } from 'csv-stringify';
import { Turns } from './domain/turns';

/** Forms that a whole list may be streamed in, besides pages of JSON. */
export const STREAM_FORMATS = ['csv', 'ndjson'] as const;

export type StreamFormat = (typeof STREAM_FORMATS)[number];

/** One line of a CSV file; its members are the columns. */
export type CsvRow = Readonly<Record<string, string | number | null | undefined>>;

/**
 * Streams items as they are read, whole and in order, without holding them in memory.
 *
 * CSV has a header and escapes what a spreadsheet would take for a formula; NDJSON has one item a line.
 *
 * @param name file name without its ending
 * @param rowOf what CSV tells of an item
 */
export function streamRows<Item extends object>(
  items: AsyncIterable<Item>,
  format: StreamFormat,
  name: string,
  { columns, rowOf }: { columns: readonly string[]; rowOf: (item: Item) => CsvRow },
): StreamableFile {
  const type = format === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson';
  const disposition = `attachment; filename="${name}.${format}"`;
  const stream =
    format === 'csv'
      ? asCsv(Readable.from(mapped(items, rowOf)), columns)
      : Readable.from(mapped(items, (item) => `${JSON.stringify(item)}\n`));
  return new StreamableFile(stream, { type, disposition });
}

/** A reading that fails ends the file in the same failure, and a file that nobody takes any more ends the reading. */
function asCsv(rows: Readable, columns: readonly string[]): Readable {
  const file = stringify({ header: true, columns: [...columns], escape_formulas: true });
  // Whoever reads the file meets the failure.
  return pipeline(rows, file, () => undefined);
}

/** Reads page after page until one is empty. */
export async function* everyPage<Item>(
  read: (after: Item | undefined) => Promise<readonly Item[]>,
): AsyncGenerator<Item> {
  let last: Item | undefined;
  for (;;) {
    const page = await read(last);
    yield* page;
    last = page.at(-1);
    if (page.length === 0) return;
  }
}

/**
 * The same for a file that is streamed, outside of a transaction: in this process one page of a file is read at a time,
 * whoever asked for it, so that files take one connection of all. @see DatabaseTurns
 */
export const everyPageInTurn = <Item>(
  read: (after: Item | undefined) => Promise<readonly Item[]>,
): AsyncGenerator<Item> => everyPage((after) => turns.take(() => read(after)));

const turns = new Turns(1);

async function* mapped<Item, Result>(
  items: AsyncIterable<Item>,
  change: (item: Item) => Result,
): AsyncGenerator<Result> {
  for await (const item of items) yield change(item);
}
