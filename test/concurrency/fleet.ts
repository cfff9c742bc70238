import { setTimeout as sleep } from 'node:timers/promises';
import { Caller, type Called, type Request } from './call';
import type { Instance } from './instance';
import type { Random } from './random';

/** Thrown by whoever takes part, when the trial is over. */
export class Over extends Error {}

/** All instances, as those see them who call: whichever runs answers. */
export class Fleet {
  private readonly caller = new Caller();
  private over = false;

  constructor(
    readonly instances: readonly Instance[],
    private readonly random: Random,
  ) {}

  get isOver(): boolean {
    return this.over;
  }

  /** From now on nobody begins anything. */
  end(): void {
    this.over = true;
  }

  /** Asks one of the instances that run. @throws {Over} */
  async call(method: string, path: string, request: Request): Promise<Called> {
    for (;;) {
      if (this.over) throw new Over();
      const running = this.instances.flatMap(({ url }) => url ?? []);
      if (running.length > 0) {
        return this.caller.call(method, `${this.random.oneOf(running)}${path}`, request);
      }
      await sleep(20);
    }
  }

  /** Does something again and again until the trial is over. */
  async untilOver(act: () => Promise<void>): Promise<void> {
    try {
      while (!this.over) await act();
    } catch (error) {
      if (!(error instanceof Over)) throw error;
    }
  }

  close(): void {
    this.caller.close();
  }
}
