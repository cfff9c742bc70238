import { setImmediate as othersTurn } from 'node:timers/promises';
import { takeTime } from './stopwatch';

/** How long something took, and how long at most nothing else had its turn meanwhile; in milliseconds. */
export class Turns {
  clock = 0;
  busy = 0;
  longestClock = 0;
  longestBusy = 0;
  private stop = takeTime();

  /** Says that a stretch begins. */
  begin(): void {
    this.stop = takeTime();
  }

  /** Lets others have their turn, which is not counted. */
  readonly rest = async (): Promise<void> => {
    this.end();
    await othersTurn();
    this.begin();
  };

  /** Says that a stretch has ended. */
  end(): void {
    const { clock, busy } = this.stop();
    this.clock += clock;
    this.busy += busy;
    this.longestClock = Math.max(this.longestClock, clock);
    this.longestBusy = Math.max(this.longestBusy, busy);
  }
}
