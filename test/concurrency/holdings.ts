import type { DataSource } from 'typeorm';
import type { Holdings } from './examine';
import type { RecordedRow } from './log';
import type { ReplayedEntry } from './model';

/** Reads what the registry holds in the end, from its tables. */
export async function readHoldings(dataSource: DataSource): Promise<Holdings> {
  const entries = await dataSource.query<{ entry: ReplayedEntry }[]>(
    `SELECT convert_from(canonical, 'UTF8')::json AS entry FROM history_entry ORDER BY position`,
  );
  const recorded = await dataSource.query<RecordedRow[]>(
    `SELECT id, reference AS request, verdict, position, encode(sha256(answer), 'hex') AS digest
     FROM purchase_check`,
  );
  return { history: entries.map(({ entry }) => entry), recorded };
}
