/** What time it is. Rules never read the machine's clock themselves; they are given an instant. */
export abstract class Clock {
  /** The present instant, UTC, to the millisecond. */
  abstract now(): Date;
}

/** The machine's clock. */
export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}
