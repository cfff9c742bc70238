import { setImmediate as othersTurn } from 'node:timers/promises';

/** How long at most nothing else had its turn. */
export class Turns {
  /** Milliseconds of the clock. */
  longest = 0;
  /**
   * Milliseconds of the clock or of processor time, whichever are fewer in a stretch: what the process itself was
   * busy, where another took the processor from it.
   */
  longestBusy = 0;
  private begun = performance.now();
  private cpu = process.cpuUsage();

  /** Says that a stretch begins. */
  begin(): void {
    this.cpu = process.cpuUsage();
    this.begun = performance.now();
  }

  readonly rest = async (): Promise<void> => {
    this.end();
    await othersTurn();
    this.begin();
  };

  /** Says that a stretch has ended. */
  end(): void {
    const clock = performance.now() - this.begun;
    const { user, system } = process.cpuUsage(this.cpu);
    this.longest = Math.max(this.longest, clock);
    this.longestBusy = Math.max(this.longestBusy, Math.min(clock, (user + system) / 1000));
  }
}
