import { StreamableFile } from '@nestjs/common';
import { Readable } from 'node:stream';
import { streamRows, type StreamFormat } from '../http/row-stream';
import { CoverageRowAnswer, type CoverageAnswer } from './coverage-answer.dto';
import { COLUMNS, rowOf } from './coverage-rows';
import { totalsOf } from './domain/totals';
import type { FoundCoverage, FoundPurchase } from './find-coverage';

/** Answers what was found, row by row: to write a hundred thousand at once would hold up everyone else. */
export function streamCoverage(
  { position, purchases }: FoundCoverage,
  { ignoredColumns, format }: { ignoredColumns: readonly string[]; format: 'json' | StreamFormat },
): StreamableFile {
  const rows = answersOf(purchases);
  if (format !== 'json') return streamRows(rows, format, 'coverage', { columns: COLUMNS, rowOf });
  const totals = totalsOf(
    purchases.map(({ finding, purchase }) => ({ finding, amount: purchase.amount })),
  );
  const frame = { position, totals, ignoredColumns: [...ignoredColumns], rows: [] };
  return new StreamableFile(Readable.from(asJson(frame, rows)), {
    type: 'application/json; charset=utf-8',
  });
}

async function* answersOf(
  purchases: Iterable<FoundPurchase> | AsyncIterable<FoundPurchase>,
): AsyncGenerator<CoverageRowAnswer> {
  for await (const purchase of purchases) yield CoverageRowAnswer.of(purchase);
}

const AT_ONCE = 500;

/** The frame as JSON, with the rows written into it, some hundreds at a time. */
async function* asJson(
  frame: CoverageAnswer,
  rows: AsyncIterable<CoverageRowAnswer>,
): AsyncGenerator<string> {
  const whole = JSON.stringify(frame);
  let text = whole.slice(0, -']}'.length);
  let count = 0;
  for await (const row of rows) {
    text += `${count > 0 ? ',' : ''}${JSON.stringify(row)}`;
    count += 1;
    if (count % AT_ONCE > 0) continue;
    yield text;
    text = '';
  }
  yield `${text}]}`;
}
