import type { EntityManager } from 'typeorm';
import { sealEntry, type Entry, type EntryDraft } from './domain/entry';
import { CorrectionMisplaced, EntryTooLarge, PositionNotReached } from './domain/errors';

/** Where the history stands: its number of entries, and when the last one was recorded. */
export interface Head {
  readonly size: number;
  readonly recordedAt: Date;
}

const MAX_ENTRY_BYTES = 65_535;

/** The append-only record. Made from a transaction, so that no change can be recorded apart from itself. */
export class History {
  constructor(private readonly tx: EntityManager) {}

  async head(): Promise<Head> {
    const [head] = await this.tx.query<[Head]>(
      `SELECT size, recorded_at AS "recordedAt" FROM history_head`,
    );
    return head;
  }

  /**
   * The present, never before the last entry: instances whose clocks differ agree on the order of time.
   * A change that takes effect "now" takes this instant, and so does a check that is about now.
   */
  async present(now: Date): Promise<Date> {
    const { recordedAt } = await this.head();
    return recordedAt > now ? recordedAt : now;
  }

  /** Records one change and returns its position. @see appendAll */
  async append(draft: EntryDraft, now: Date): Promise<number> {
    const [position] = await this.appendAll([draft], now);
    if (position === undefined) throw new Error('The history gave no position.');
    return position;
  }

  /**
   * Records changes in the order given and returns their positions.
   *
   * Takes the lock on the head, which serialises all changes until the transaction ends: take every
   * other lock before, and write only the rows that name these positions after.
   *
   * @throws {EntryTooLarge} when the canonical bytes of one are over 65 535
   */
  async appendAll(drafts: readonly EntryDraft[], now: Date): Promise<number[]> {
    if (drafts.length === 0) return [];
    const [[moved]] = await this.tx.query<[[{ first: number; recordedAt: Date }]]>(
      `UPDATE history_head SET size = size + $1, recorded_at = greatest(recorded_at, $2)
       RETURNING size - $1 AS first, recorded_at AS "recordedAt"`,
      [drafts.length, now],
    );
    const entries = drafts.map((draft, index) =>
      sealEntry(draft, moved.first + index, moved.recordedAt),
    );
    for (const { canonical } of entries) {
      if (canonical.length > MAX_ENTRY_BYTES) throw new EntryTooLarge(canonical.length);
    }
    await this.insert(drafts, entries);
    return entries.map(({ position }) => position);
  }

  /** The number of entries that the registry had recorded by an instant, that instant included. */
  async sizeAt(instant: Date): Promise<number> {
    const [row] = await this.tx.query<[{ size: number }]>(
      `SELECT coalesce(max(position) + 1, 0) AS size FROM history_entry WHERE recorded_at <= $1`,
      [instant],
    );
    return row.size;
  }

  /**
   * The number of entries that an answer rests on when it is asked as known at a position or a time.
   *
   * @param knownAt a number of entries, an instant, or undefined for the newest
   * @throws {PositionNotReached} when the history is shorter than the position asked for
   */
  async sizeKnownAt(knownAt: number | Date | undefined): Promise<number> {
    if (knownAt instanceof Date) return this.sizeAt(knownAt);
    const { size } = await this.require(knownAt);
    return knownAt ?? size;
  }

  /**
   * Refuses to correct an entry that is about neither the list, nor the exclusion, nor any of the vendors.
   *
   * @param position of that entry; undefined: nothing is to be corrected
   * @throws {CorrectionMisplaced}
   */
  async requireCorrectable(
    position: number | undefined,
    about: {
      readonly list?: string | null;
      readonly exclusion?: string | null;
      readonly vendors: readonly string[];
    },
  ): Promise<void> {
    if (position === undefined) return;
    const rows = await this.tx.query<unknown[]>(
      `SELECT FROM history_entry WHERE position = $1
         AND (list = $2 OR exclusion = $3 OR vendors && $4::uuid[])`,
      [position, about.list ?? null, about.exclusion ?? null, about.vendors],
    );
    if (rows.length === 0) throw new CorrectionMisplaced(position);
  }

  /** @throws {PositionNotReached} when fewer entries than `minPosition` are recorded */
  async require(minPosition: number | undefined): Promise<Head> {
    const head = await this.head();
    if (minPosition !== undefined && head.size < minPosition) {
      throw new PositionNotReached(minPosition, head.size);
    }
    return head;
  }

  private async insert(drafts: readonly EntryDraft[], entries: readonly Entry[]): Promise<void> {
    for (const [index, entry] of entries.entries()) {
      const draft = drafts[index];
      await this.tx.query(
        `INSERT INTO history_entry (position, recorded_at, type, actor, vendors, list, canonical,
           leaf_hash, exclusion, corrects)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          entry.position,
          entry.recordedAt,
          entry.type,
          draft?.actor.id,
          draft?.vendors ?? [],
          draft?.list,
          entry.canonical,
          entry.leafHash,
          draft?.exclusion,
          draft?.corrects,
        ],
      );
    }
  }
}
