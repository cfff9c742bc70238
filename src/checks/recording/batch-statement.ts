import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import type { Batch } from './batch';
import { parametersOf, recordBatch } from './batch-sql';

/** How a batch comes into the tables: whole, and only while the registry stands where it was decided. */
@Injectable()
export class BatchStatement {
  private readonly guarded = recordBatch(this.condition());
  private readonly unguarded = recordBatch('true');

  /**
   * Records a batch; committed when it returns true.
   *
   * The head is read in the statement's own snapshot, which is later than the questions. So every change that was
   * acknowledged before one of them is in the position compared, and no lock is taken that a change would wait for.
   *
   * @returns false where the history has another size by now, and nothing was recorded
   */
  async record(client: pg.ClientBase, batch: Batch): Promise<boolean> {
    const { rowCount } = await client.query({
      name: 'record-batch',
      text: this.guarded,
      values: parametersOf(batch),
    });
    return rowCount === 1;
  }

  /** Whether the tables take a batch, whatever the history's size is; records nothing. @throws what they refuse it with */
  async attempt(client: pg.ClientBase, batch: Batch): Promise<void> {
    await client.query('BEGIN');
    try {
      await client.query({ text: this.unguarded, values: parametersOf(batch) });
    } finally {
      await client.query('ROLLBACK');
    }
  }

  /**
   * Finds out whether a batch was recorded whose statement was not answered. One that was not, never will be: its id is
   * taken by a batch without checks. Waits for a statement that still runs.
   */
  async settle(client: pg.ClientBase, { id, position, issuer }: Batch): Promise<boolean> {
    await client.query(
      `INSERT INTO check_batch (id, position, issuer, leaves, root)
       VALUES ($1, $2, $3, '', '') ON CONFLICT (id) DO NOTHING`,
      [id, position, issuer],
    );
    const { rows } = await client.query<{ recorded: boolean }>(
      `SELECT leaves <> '' AS recorded FROM check_batch WHERE id = $1`,
      [id],
    );
    const [row] = rows;
    if (!row) throw new Error(`The batch ${id} of checks is neither recorded nor void.`);
    return row.recorded;
  }

  /** SQL: whether the history still has the size `$2`. Without it, answers would rest on what is no longer so. */
  protected condition(): string {
    return `(SELECT size FROM history_head) = $2::bigint`;
  }
}
