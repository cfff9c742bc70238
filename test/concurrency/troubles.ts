import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Instance } from './instance';
import type { PostgresServer } from '../support/postgres-server';
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

/** Lets them work in peace until so many changes were acknowledged. */
export const peace =
  (changes: number) =>
  async ({ log }: Troubled): Promise<void> => {
    while (log.changes.length < changes) await sleep(20);
  };

/** How a server is killed: so often, with at most so many milliseconds before it is started again. */
export interface Outages {
  readonly times: number;
  readonly longestOutageMs: number;
}

/** Kills the database server under load, again and again, and waits each time until checks are answered again. */
export const outages =
  (server: PostgresServer, { times, longestOutageMs }: Outages) =>
  async ({ random, answered }: Troubled): Promise<void> => {
    for (let round = 0; round < times; round += 1) {
      await answered();
      await sleep(random.between(0, 1000));
      await server.kill();
      await sleep(random.between(0, longestOutageMs));
      await server.start();
    }
    await answered();
  };

/** Stops all processes of the database server for longer than a check may wait, again and again. */
export const standstills =
  (server: PostgresServer, times: number) =>
  async ({ random, answered }: Troubled): Promise<void> => {
    for (let round = 0; round < times; round += 1) {
      await answered();
      await server.pause(random.between(2500, 5000));
    }
    await answered();
  };

/** Kills one instance after the other, and waits each time until it answers checks again. */
export const deaths =
  (times: number) =>
  async ({ fleet, random, answered }: Troubled): Promise<void> => {
    for (let round = 0; round < times; round += 1) {
      await answered();
      await sleep(random.between(0, 1000));
      await again(random.oneOf(fleet.instances));
    }
    await answered();
  };

/** Kills the service, its embedded server, or both at once, in turn. @param dataDir the folder of the cluster */
export const embeddedDeaths =
  (dataDir: string, times: number) =>
  async ({ fleet: { instances }, random, answered }: Troubled): Promise<void> => {
    let killed: number | undefined;
    for (let round = 0; round < times;) {
      await answered();
      await sleep(random.between(0, 1000));
      const server = serverOf(dataDir);
      // What is left of a killed server may answer once more; the next round is that of the next server.
      if (server === killed) continue;
      if (round % 3 !== 0) process.kill((killed = server), 'SIGKILL');
      if (round % 3 !== 1) await Promise.all(instances.map(again));
      round += 1;
    }
    await answered();
  };

const serverOf = (dataDir: string): number =>
  Number(fs.readFileSync(path.join(dataDir, 'postmaster.pid'), 'utf8').split('\n')[0]);

async function again(instance: Instance): Promise<void> {
  await instance.kill();
  await instance.start();
}
