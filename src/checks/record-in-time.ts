import { QueryFailedError, type DataSource, type EntityManager } from 'typeorm';
import type { DatabaseError } from 'pg';
import { NotRecordedInTime } from './domain/errors';

/** How long a caller waits for the record of a check before it is told that there is none. */
const ONE_CHECK_SECONDS = 2;

/** The same for the largest batch, which is all computing: longer on a busy machine, and below the statement limit. */
const BATCH_SECONDS = 8;

/** How long a caller waits for the records of so many checks. */
export const recordingSeconds = (checks: number): number =>
  checks > 1 ? BATCH_SECONDS : ONE_CHECK_SECONDS;

const MOST_ATTEMPTS = 3;
const SERIALIZATION_FAILURE = '40001';

/**
 * Does something in one transaction that sees one state of the registry, and commits it in time, or not at all.
 *
 * A connection, locks and the disk are waited for no longer. What took longer is rolled back, but for a commit that
 * was under way: then there may be a record of something that nobody was told.
 *
 * @throws {NotRecordedInTime}
 */
export async function recordInTime<Result>(
  dataSource: DataSource,
  seconds: number,
  act: (tx: EntityManager) => Promise<Result>,
): Promise<Result> {
  const deadline = new Deadline(seconds);
  try {
    return await Promise.race([attempts(dataSource, act, deadline), deadline.passes]);
  } finally {
    deadline.clear();
  }
}

/** Tries again where the database could not put transactions in an order, which it may at the next try. */
async function attempts<Result>(
  dataSource: DataSource,
  act: (tx: EntityManager) => Promise<Result>,
  deadline: Deadline,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await dataSource.transaction('REPEATABLE READ', async (tx) => {
        await tx.query(`SET LOCAL statement_timeout = ${deadline.remainingMs()}`);
        const result = await act(tx);
        deadline.remainingMs();
        return result;
      });
    } catch (error) {
      // Whatever ended it then, it is the time that is over.
      deadline.remainingMs();
      if (attempt === MOST_ATTEMPTS || !isSerializationFailure(error)) throw error;
    }
  }
}

const isSerializationFailure = (error: unknown): boolean =>
  error instanceof QueryFailedError &&
  (error.driverError as DatabaseError).code === SERIALIZATION_FAILURE;

class Deadline {
  /** Rejects when the time is over. */
  readonly passes: Promise<never>;
  private readonly end: number;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly seconds: number) {
    this.end = performance.now() + seconds * 1000;
    this.passes = new Promise((_, reject) => {
      const refuse = (): void => reject(new NotRecordedInTime(seconds));
      this.timer = setTimeout(refuse, seconds * 1000);
    });
  }

  /** Whole milliseconds, at least 1. @throws {NotRecordedInTime} when there are none left */
  remainingMs(): number {
    const left = Math.ceil(this.end - performance.now());
    if (left <= 0) throw new NotRecordedInTime(this.seconds);
    return left;
  }

  clear(): void {
    clearTimeout(this.timer);
  }
}
