import type { EntityManager } from 'typeorm';
import { knownAt } from '../database/known';
import type { ApprovedList } from './domain/approved-list';
import { ListNotFound } from './domain/errors';

const COLUMNS = `
  l.code, t.name, t.owner, t.categories, t.policy, lower(t.recorded) AS revision
  FROM approved_list l JOIN approved_list_terms t USING (code)`;

/** Approved lists as rows. Made from a transaction, so that no call can slip outside it. */
export class ApprovedLists {
  constructor(private readonly tx: EntityManager) {}

  /** The list as known now, held against amendment until the transaction ends. @throws {ListNotFound} */
  async hold(code: string): Promise<ApprovedList> {
    await this.tx.query(`SELECT FROM approved_list WHERE code = $1 FOR SHARE`, [code]);
    return this.read(code);
  }

  /** The list as known now, held for an amendment by this transaction. @throws {ListNotFound} */
  async lock(code: string): Promise<ApprovedList> {
    await this.tx.query(`SELECT FROM approved_list WHERE code = $1 FOR UPDATE`, [code]);
    return this.read(code);
  }

  /**
   * @param size number of entries that were known; left out: all
   * @throws {ListNotFound} when no list of that code was known
   */
  async read(code: string, size?: number): Promise<ApprovedList> {
    const [list] = await this.tx.query<ApprovedList[]>(
      `SELECT ${COLUMNS} WHERE l.code = $1
         AND ${knownAt('$2', 't')}`,
      [code, size ?? null],
    );
    if (!list) throw new ListNotFound(code);
    return list;
  }

  /** Up to `limit` lists in order of their codes, from after `start` on, as known at a size. */
  page(start: string | null, limit: number, size: number): Promise<ApprovedList[]> {
    return this.tx.query<ApprovedList[]>(
      `SELECT ${COLUMNS} WHERE t.recorded @> ($1::bigint - 1) AND ($2::text IS NULL OR l.code > $2)
       ORDER BY l.code LIMIT $3`,
      [size, start, limit],
    );
  }

  async exists(code: string): Promise<boolean> {
    const found = await this.tx.query<unknown[]>(`SELECT FROM approved_list WHERE code = $1`, [
      code,
    ]);
    return found.length > 0;
  }

  /** Adds a list that the entry at `revision` created. */
  async add(list: ApprovedList): Promise<void> {
    await this.tx.query(`INSERT INTO approved_list (code, revision) VALUES ($1, $2)`, [
      list.code,
      list.revision,
    ]);
    await this.addTerms(list);
  }

  /** Replaces what is said of a list by what the entry at its `revision` says. */
  async replace(list: ApprovedList): Promise<void> {
    await this.tx.query(
      `UPDATE approved_list_terms SET recorded = int8range(lower(recorded), $2)
       WHERE code = $1 AND upper_inf(recorded)`,
      [list.code, list.revision],
    );
    await this.tx.query(`UPDATE approved_list SET revision = $2 WHERE code = $1`, [
      list.code,
      list.revision,
    ]);
    await this.addTerms(list);
  }

  private async addTerms(list: ApprovedList): Promise<void> {
    await this.tx.query(
      `INSERT INTO approved_list_terms (code, name, owner, categories, policy, effective, recorded)
       VALUES ($1, $2, $3, $4, $5, '(,)', int8range($6, NULL))`,
      [
        list.code,
        list.name,
        list.owner,
        JSON.stringify(list.categories),
        JSON.stringify(list.policy),
        list.revision,
      ],
    );
  }
}
