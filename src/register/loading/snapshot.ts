import type pg from 'pg';
import type { Head } from '../../history/history';

/** Reads many things as they are at one instant, with where the history stands then. */
export async function inSnapshot<Result>(
  client: pg.Client,
  read: (head: Head) => Promise<Result>,
): Promise<Result> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  const { rows } = await client.query<Head>(
    `SELECT size, recorded_at AS "recordedAt" FROM history_head`,
  );
  const [head] = rows;
  if (!head) throw new Error('The history has no head.');
  const result = await read(head);
  await client.query('COMMIT');
  return result;
}
