import type { ChildProcess } from 'node:child_process';
import { startProgram } from '../support/started';
import type { Plan, Tally, Target } from './plan';

/** Something that does units of work when it is told to, in a process of its own. */
export interface Driver {
  /** @param begin is called when the work begins, after all that prepares it */
  run(plan: Plan, begin?: () => void): Promise<Tally>;
  end(): void;
}

/** A process that loads one server. */
export const loadOn = (target: Target): Driver => driverOf(startProgram('load/program.ts'), target);

/** Drives a program that takes a target, then plans, and answers each with a tally. */
export function driverOf(child: ChildProcess, target: unknown): Driver {
  child.send({ target });
  return {
    run: (plan, begin) =>
      new Promise((resolve, reject) => {
        const ended = (): void => reject(new Error('A load ended.'));
        const take = (message: { begun: true } | { tally: Tally }): void => {
          if ('begun' in message) begin?.();
          else {
            child.off('message', take).off('close', ended);
            resolve(message.tally);
          }
        };
        child.on('message', take).once('close', ended);
        child.send({ plan });
      }),
    end: () => {
      if (child.connected) child.disconnect();
    },
  };
}
