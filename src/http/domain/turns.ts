/** Lets so many act at a time; others wait, and come in the order in which they asked. */
export class Turns {
  private readonly waiting: (() => void)[] = [];
  private free: number;

  /** @param most that act at a time, at least 1 */
  constructor(most: number) {
    this.free = Math.max(1, most);
  }

  /**
   * Acts when it is its turn.
   *
   * @param patience what ends the waiting, if it does: it rejects, and the act is never begun
   */
  async take<Result>(act: () => Promise<Result>, patience?: Promise<never>): Promise<Result> {
    if (this.free > 0) this.free -= 1;
    else await this.turn(patience);
    try {
      return await act();
    } finally {
      this.pass();
    }
  }

  private async turn(patience: Promise<never> | undefined): Promise<void> {
    let come!: () => void;
    const turn = new Promise<void>((resolve) => (come = resolve));
    this.waiting.push(come);
    try {
      await (patience ? Promise.race([turn, patience]) : turn);
    } catch (error) {
      const place = this.waiting.indexOf(come);
      // It came in the same moment as the waiting ended: the next has it.
      if (place < 0) this.pass();
      else this.waiting.splice(place, 1);
      throw error;
    }
  }

  private pass(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.free += 1;
  }
}
