/**
 * An act that many ask for and that is done for all at once, one time after another.
 *
 * Whoever asks while it is being done waits for the next time: what is done begins after it was asked for.
 */
export class Coalesced<Result> {
  private running: Promise<Result> | undefined;
  private next: Promise<Result> | undefined;

  constructor(private readonly act: () => Promise<Result>) {}

  run(): Promise<Result> {
    if (this.next) return this.next;
    if (!this.running) return this.begin();
    this.next = this.running.then(
      () => this.begin(),
      () => this.begin(),
    );
    return this.next;
  }

  private begin(): Promise<Result> {
    this.next = undefined;
    const running = this.act().finally(() => {
      if (this.running === running) this.running = undefined;
    });
    this.running = running;
    return running;
  }
}
