import type { EntityManager } from 'typeorm';
import { readCanonical } from './domain/entry';
import { EntryNotFound } from './domain/errors';
import type { Json } from './domain/json';

/** Which entries are asked for. Absent members don't narrow. */
export interface EntryFilter {
  readonly vendor?: string | undefined;
  readonly list?: string | undefined;
  readonly exclusion?: string | undefined;
  readonly type?: string | undefined;
  readonly actor?: string | undefined;
  /** Recorded at this instant or later. */
  readonly from?: Date | undefined;
  /** Recorded before this instant. */
  readonly to?: Date | undefined;
}

/**
 * An entry as its canonical bytes tell it, with their leaf hash in hexadecimal and the positions of the entries that
 * correct it.
 */
export type RecordedEntry = Readonly<Record<string, Json>> & {
  readonly position: number;
  readonly leafHash: string;
  readonly correctedBy: readonly number[];
};

interface EntryRow {
  readonly canonical: Buffer;
  readonly leaf_hash: Buffer;
  /** bigint[], which the driver reads as text. */
  readonly corrected_by: string[];
}

/**
 * Entries, and which of those below the size $1 (null: of all) correct them. A proposal to correct one corrects nothing
 * until it is carried out.
 */
const SELECT = `
  SELECT canonical, leaf_hash,
         ARRAY(SELECT c.position FROM history_entry c
               WHERE c.corrects = e.position AND ($1::bigint IS NULL OR c.position < $1)
                 AND c.type NOT LIKE 'proposal.%'
               ORDER BY c.position) AS corrected_by
  FROM history_entry e`;

/** Entries of the history as rows, to be read. */
export class Entries {
  constructor(private readonly tx: EntityManager) {}

  /** @throws {EntryNotFound} */
  async read(position: number): Promise<RecordedEntry> {
    const [row] = await this.tx.query<EntryRow[]>(`${SELECT} WHERE position = $2`, [
      null,
      position,
    ]);
    if (!row) throw new EntryNotFound(position);
    return entryOf(row);
  }

  /** The entries at some positions, in order of these. */
  async at(positions: readonly number[]): Promise<RecordedEntry[]> {
    const rows = await this.tx.query<EntryRow[]>(
      `${SELECT} WHERE position = ANY($2::bigint[]) ORDER BY position`,
      [null, positions],
    );
    return rows.map(entryOf);
  }

  /**
   * Up to `limit` entries in order, from after position `start` on.
   *
   * @param size only those below this number of entries
   */
  async page(
    filter: EntryFilter,
    start: number | null,
    limit: number,
    size: number,
  ): Promise<RecordedEntry[]> {
    const rows = await this.tx.query<EntryRow[]>(
      `${SELECT}
       WHERE position < $1 AND position > $2
         AND ($3::uuid IS NULL OR vendors @> ARRAY[$3::uuid])
         AND ($4::text IS NULL OR list = $4)
         AND ($5::text IS NULL OR type = $5)
         AND ($6::text IS NULL OR actor = $6)
         AND ($7::timestamptz IS NULL OR recorded_at >= $7)
         AND ($8::timestamptz IS NULL OR recorded_at < $8)
         AND ($9::uuid IS NULL OR exclusion = $9)
       ORDER BY position LIMIT $10`,
      [
        ...[size, start ?? -1, filter.vendor, filter.list, filter.type, filter.actor],
        ...[filter.from, filter.to, filter.exclusion, limit],
      ],
    );
    return rows.map(entryOf);
  }
}

const entryOf = ({ canonical, leaf_hash, corrected_by }: EntryRow): RecordedEntry =>
  ({
    ...readCanonical(canonical),
    leafHash: leaf_hash.toString('hex'),
    correctedBy: corrected_by.map(Number),
  }) as unknown as RecordedEntry;
