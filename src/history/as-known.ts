import type { DataSource, EntityManager } from 'typeorm';
import type { Clock } from '../clock/clock';
import { History } from './history';

/** About which instant something is asked, and as known when. Now, where left out. */
export interface Asked {
  /** When it holds in the world. */
  readonly at?: Date;
  /** When the registry knew it: a number of entries, or an instant. */
  readonly knownAt?: number | Date;
}

/**
 * Reads what the registry knew, and when it held, all from one state of the database.
 *
 * @throws {PositionNotReached} when the history is shorter than the position asked for
 */
export function asKnown<Answer>(
  dataSource: DataSource,
  clock: Clock,
  { at, knownAt }: Asked,
  read: (tx: EntityManager, position: number, at: Date) => Promise<Answer>,
): Promise<Answer> {
  return dataSource.transaction('REPEATABLE READ', async (tx) => {
    const history = new History(tx);
    const position = await history.sizeKnownAt(knownAt);
    return read(tx, position, at ?? (await history.present(clock.now())));
  });
}
