import { setTimeout as sleep } from 'node:timers/promises';
import type { Troubled } from './trial';

/** How instances are paused and killed. */
export interface Unrest {
  readonly seconds: number;
  /** Longest pause of an instance, in milliseconds; the shortest is 200. */
  readonly longestPauseMs: number;
  /** How many of a hundred troubles are the end of an instance, and not a pause. */
  readonly kills: number;
}

/** Pauses and kills each instance at random, and starts it again; one at least is there all the while. */
export const unrest =
  ({ seconds, longestPauseMs, kills }: Unrest) =>
  async ({ fleet, random }: Troubled): Promise<void> => {
    const end = performance.now() + seconds * 1000;
    let oneIsAway = false;
    await Promise.all(
      fleet.instances.map(async (instance) => {
        while (performance.now() < end) {
          await sleep(random.between(300, 2500));
          if (oneIsAway || random.below(100) >= kills) {
            await instance.pause(random.between(200, longestPauseMs));
          } else {
            oneIsAway = true;
            await instance.kill();
            await sleep(random.between(0, 500));
            await instance.start();
            oneIsAway = false;
          }
        }
      }),
    );
  };
