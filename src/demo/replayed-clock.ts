import { Clock } from '../clock/clock';

/** A clock that is put to the days of a story, only ever forward. */
export class ReplayedClock extends Clock {
  constructor(private instant: Date) {
    super();
  }

  now(): Date {
    return this.instant;
  }

  /** @throws {Error} when the story would go back in time */
  turnTo(instant: string): void {
    const next = new Date(instant);
    if (next < this.instant) throw new Error(`The story goes back to ${instant}.`);
    this.instant = next;
  }
}
