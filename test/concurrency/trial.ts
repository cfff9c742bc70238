import { setTimeout as sleep } from 'node:timers/promises';
import type { DatabaseLocation } from '../../src/database/registry-data-source';
import { atDatabase } from '../support/at-database';
import { fromSource, ServiceProcess } from '../support/service-process';
import { Admins } from './admins';
import { Buyers, type BuyersLog } from './buyers';
import { examine, type Holdings, type Violation } from './examine';
import { confirm } from './confirm';
import { Fleet } from './fleet';
import { readHoldings } from './holdings';
import { Instance } from './instance';
import type { AcknowledgedChange, Log, Timed } from './log';
import { cast, type Cast } from './people';
import { Random } from './random';

/** How the registry is tried. */
export interface TrialPlan {
  /** Where the database is: empty, or as it was migrated. */
  readonly location: DatabaseLocation;
  /** What the instances are told of it, and else. */
  readonly settings: NodeJS.ProcessEnv;
  readonly instances: number;
  /** What Node.js is given to run an instance; the service as it stands, when left out. */
  readonly program?: readonly string[];
  /** Clients that ask all the while. */
  readonly buyers: number;
  /** Desks at which lists are changed at once. */
  readonly desks: number;
  /** Longest pause of a desk between two changes, in milliseconds. */
  readonly pauseMs: number;
  readonly seed: number;
  /** How many of the answers are looked up again in the end, and asked for anew as known then. */
  readonly confirmed: number;
  /** What befalls the registry meanwhile; the trial lasts until it is over. */
  readonly trouble: (trial: Troubled) => Promise<void>;
}

/** What trouble can be made of. */
export interface Troubled {
  readonly fleet: Fleet;
  readonly random: Random;
  /** What was asked and answered so far. */
  readonly log: Log;
  /** Waits until some more checks that begin from now on are answered and changes are acknowledged. */
  readonly answered: () => Promise<void>;
}

/** What came of a trial. */
export interface TrialReport {
  readonly log: Log;
  readonly holdings: Holdings;
  readonly violations: readonly Violation[];
  /** What does not read in the end as it was answered, or would be answered otherwise as known then. */
  readonly unconfirmed: readonly string[];
  readonly cast: Cast;
  readonly instances: readonly Instance[];
}

const VENDORS_A_DESK = 6;

// Nobody is to be refused for asking too much.
const NO_LIMITS = {
  RATE_LIMIT_CHECKS: '1000000000',
  RATE_LIMIT_ADMIN: '1000000000',
  RATE_LIMIT_ANONYMOUS: '1000000000',
};

/**
 * Lets clients and admins work on a registry of several instances while it is in trouble, and examines what they were
 * answered against what it holds in the end.
 */
export async function tryRegistry(plan: TrialPlan): Promise<TrialReport> {
  const random = new Random(plan.seed);
  const vendors = plan.desks * VENDORS_A_DESK;
  const people = await atDatabase(plan.location, async (dataSource) => {
    await dataSource.migrate();
    return cast(dataSource, vendors);
  });
  const settings = { DEMO: 'false', LOG_LEVEL: 'fatal', ...NO_LIMITS, ...plan.settings };
  const program = plan.program ?? fromSource('src/main.ts');
  const instances = Array.from(
    { length: plan.instances },
    (_, index) => new Instance(`instance ${index}`, settings, program),
  );
  const log = await runAll(plan, { instances, people, random });
  const some = Array.from({ length: plan.confirmed }, () => random.oneOf(log.checks));
  const unconfirmed = some.length === 0 ? [] : await witness({ settings, program, people }, some);
  const holdings = await atDatabase(plan.location, readHoldings);
  const violations = examine(log, holdings);
  return { log, holdings, violations, unconfirmed, cast: people, instances };
}

/** Confirms answers by an instance that was there at none of them. */
async function witness(
  {
    settings,
    program,
    people,
  }: Pick<TrialPlan, 'settings'> & { program: readonly string[]; people: Cast },
  checks: Log['checks'],
): Promise<string[]> {
  const service = await ServiceProcess.start(settings, program);
  await untilReady(service.url);
  const unconfirmed = await confirm(service.url, people, checks);
  service.signal('SIGTERM');
  await service.end();
  return unconfirmed;
}

/** What was known at a position is told once all names are loaded. */
async function untilReady(url: string): Promise<void> {
  while ((await fetch(`${url}/health/ready`)).status !== 200) await sleep(50);
}

interface Parts {
  readonly instances: readonly Instance[];
  readonly people: Cast;
  readonly random: Random;
}

async function runAll(plan: TrialPlan, { instances, people, random }: Parts): Promise<Log> {
  const fleet = new Fleet(instances, new Random(random.below(2 ** 31)));
  try {
    await Promise.all(instances.map((instance) => instance.start()));
    return await work(plan, { fleet, people, random });
  } finally {
    fleet.end();
    await Promise.all(instances.map((instance) => instance.end()));
    fleet.close();
  }
}

async function work(
  { buyers, desks, pauseMs, trouble }: TrialPlan,
  { fleet, people, random }: { fleet: Fleet; people: Cast; random: Random },
): Promise<Log> {
  const log: BuyersLog & { changes: AcknowledgedChange[] } = {
    ...{ checks: [], unanswered: [], changes: [] },
  };
  const own = (): Random => new Random(random.below(2 ** 31));
  const changing = [people.changing];
  const admins = new Admins(fleet, people, log.changes);
  const desk = new Buyers(fleet, people, () => [...people.buyers, ...changing], log);
  const workers = [
    ...Array.from({ length: buyers }, (_, client) => desk.buy(client, own())),
    ...Array.from({ length: desks }, (_, index) => {
      const vendors = people.vendors.filter((_, place) => place % desks === index);
      return admins.change(
        vendors.map(({ id }) => id),
        own(),
        pauseMs,
      );
    }),
    admins.turnKeys(changing, own()),
  ];
  const all = Promise.all(workers);
  const answered = async (): Promise<void> => {
    const now = performance.now();
    const isSince = ({ begun }: Timed): boolean => begun > now;
    while (!log.checks.some(isSince) || !log.changes.some(isSince)) await sleep(20);
  };
  // Who fails ends the trial.
  await Promise.race([trouble({ fleet, random: own(), log, answered }), all]);
  fleet.end();
  await Promise.race([all, sleep(60_000, undefined, { ref: false })]);
  await all;
  return log;
}
