import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../clock/clock';
import type { Actor, EntryDraft } from '../history/domain/entry';
import { History } from '../history/history';
import { Suspensions, type Suspension } from './suspensions';

/** Most lapses that one transaction records. */
const MOST_AT_ONCE = 100;

const SYSTEM: Actor = { id: 'system', kind: 'system', person: null };

/**
 * Records the lapses of suspensions that nobody confirmed in time.
 *
 * Nothing changes by it: a suspension lapses by the period of what it suspended, whether or not that is recorded yet.
 */
@Injectable()
export class RecordLapses {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Records every lapse that is not recorded, once however many instances do so, and returns the positions. */
  async execute(): Promise<number[]> {
    const positions: number[] = [];
    for (;;) {
      const recorded = await recordLapses(this.dataSource, this.clock);
      positions.push(...recorded);
      if (recorded.length < MOST_AT_ONCE) return positions;
    }
  }
}

/**
 * Records lapses in a transaction of their own, up to 100, the earliest first, and returns the positions.
 *
 * @param vendor only those of this one; null: of all
 */
export function recordLapses(
  dataSource: DataSource,
  clock: Clock,
  vendor: string | null = null,
): Promise<number[]> {
  return dataSource.transaction(async (tx) => {
    const now = await new History(tx).present(clock.now());
    const lapsed = await new Suspensions(tx).lockLapsed(now, vendor, MOST_AT_ONCE);
    return record(tx, lapsed, now);
  });
}

async function record(
  tx: EntityManager,
  lapsed: readonly Suspension[],
  now: Date,
): Promise<number[]> {
  const positions = await new History(tx).appendAll(lapsed.map(entryOf), now);
  const suspensions = new Suspensions(tx);
  for (const [index, { id }] of lapsed.entries()) {
    const position = positions[index];
    if (position === undefined) throw new Error('The history gave too few positions.');
    await suspensions.lapse(id, position);
  }
  return positions;
}

const entryOf = ({ id, vendor, list, exclusion, lapsesAt }: Suspension): EntryDraft => ({
  ...{ type: 'suspension.lapsed', actor: SYSTEM, vendors: [vendor] },
  ...{ list: list ?? undefined, exclusion: exclusion ?? undefined },
  before: { suspension: id, state: 'unconfirmed' },
  after: { suspension: id, state: 'lapsed', lapsedAt: lapsesAt },
});
