import type { EntityManager } from 'typeorm';

/**
 * Reads rows a few at a time, however many there are.
 *
 * @param tx a transaction that lasts until all are read
 * @param sql a SELECT
 * @param atOnce most rows that are in memory
 */
export async function* readRows<Row>(
  tx: EntityManager,
  sql: string,
  values: readonly unknown[],
  atOnce: number,
): AsyncGenerator<Row> {
  const name = `rows_${(count += 1)}`;
  await tx.query(`DECLARE ${name} NO SCROLL CURSOR FOR ${sql}`, [...values]);
  for (;;) {
    const rows = await tx.query<Row[]>(`FETCH ${atOnce} FROM ${name}`);
    yield* rows;
    if (rows.length < atOnce) break;
  }
  await tx.query(`CLOSE ${name}`);
}

let count = 0;
