import type pg from 'pg';
import type { Head } from '../../history/history';

/** Reads many things as they are at one instant, with where the history stands then. */
export async function inSnapshot<Result>(
  client: pg.Client,
  read: (head: Head) => Promise<Result>,
): Promise<Result> {
  // Two statements in one message, which gives two results.
  const results: unknown = await client.query(
    `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
     SELECT size, recorded_at AS "recordedAt" FROM history_head`,
  );
  const [, heads] = results as [pg.QueryResult, pg.QueryResult<Head>];
  const [head] = heads.rows;
  if (!head) throw new Error('The history has no head.');
  const result = await read(head);
  // Nobody has to wait for it: a connection that failed meanwhile fails the next question.
  void client.query('COMMIT').catch(() => undefined);
  return result;
}
