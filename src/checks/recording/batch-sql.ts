import type { Batch } from './batch';
import type { MadeCheck } from './decide-check';

/**
 * SQL that records a batch and its checks in one statement and gives the batch's id, or records nothing and gives no
 * row. Its parameters are those of `parametersOf`.
 *
 * @param condition SQL, true where the batch may be recorded; `$2` is the position that it was decided at
 */
export const recordBatch = (condition: string): string => `
  WITH batch AS (
    INSERT INTO check_batch (id, position, issuer, leaves, root)
    SELECT $1::uuid, $2::bigint, $3::text, $4::bytea, $5::bytea WHERE ${condition}
    RETURNING id, position
  ), recorded AS (
    INSERT INTO purchase_check (id, caller_id, agency, vendor_id, list_code, verdict, position, at,
      decided_at, reference, for_agency, has_items, candidates, amount, currency, request, answer,
      batch_id, leaf)
    SELECT made.id, caller, agency, vendor, list, verdict, batch.position, at,
      decided_at, reference, for_agency, has_items, candidates::uuid[], amount, currency,
      substring($22::bytea FROM start FOR request), substring($22 FROM start + request FOR answer),
      batch.id, leaf - 1
    FROM batch, unnest($6::uuid[], $7::uuid[], $8::text[], $9::uuid[], $10::text[], $11::text[],
      $12::timestamptz[], $13::timestamptz[], $14::text[], $15::text[], $16::boolean[],
      $17::text[], $18::numeric[], $19::text[], $20::int[], $21::int[], $23::int[])
      WITH ORDINALITY AS made (id, caller, agency, vendor, list, verdict,
        at, decided_at, reference, for_agency, has_items,
        candidates, amount, currency, request, answer, start, leaf)
  )
  SELECT id FROM batch`;

/** The values that a batch is recorded with. Bytes go as one, cut in SQL, so that none are written as text. */
export function parametersOf(batch: Batch): unknown[] {
  const { id, position, issuer, leaves, root, made, requests, answers } = batch;
  const bytes = requests.flatMap((request, index) => [request, answers[index] ?? EMPTY]);
  const starts: number[] = [];
  let end = 1;
  for (const [index, request] of requests.entries()) {
    starts.push(end);
    end += request.length + (answers[index]?.length ?? 0);
  }
  return [
    ...[id, position, issuer, Buffer.concat(leaves), root],
    ...COLUMNS.map((valueOf) => made.map(valueOf)),
    ...[requests.map(({ length }) => length), answers.map(({ length }) => length)],
    ...[Buffer.concat(bytes), starts],
  ];
}

const EMPTY = Buffer.alloc(0);

const COLUMNS: readonly ((made: MadeCheck) => unknown)[] = [
  ({ check }) => check.id,
  ({ check }) => check.askedBy.id,
  ({ check }) => check.askedBy.agency,
  ({ check }) => check.vendor?.id,
  ({ check }) => check.asked.purchase.list,
  ({ check }) => check.verdict,
  ({ check }) => check.at,
  ({ check }) => check.decidedAt,
  ({ check }) => check.asked.purchase.reference,
  ({ check }) => check.asked.purchase.agency,
  ({ check }) => check.asked.purchase.items.length > 0,
  ({ check }) => `{${check.candidates.map(({ id }) => id).join(',')}}`,
  ({ check }) => check.asked.purchase.amount?.value,
  ({ check }) => check.asked.purchase.amount?.currency,
];
