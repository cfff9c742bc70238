import type { DataSource, EntityManager } from 'typeorm';
import type { Caller } from '../access/caller';
import { IssueKey } from '../access/issue-key';
import { RegisterCaller, type CallerRegistration } from '../access/register-caller';
import type { Actor } from '../history/domain/entry';
import { History } from '../history/history';
import type { DemoCaller, DemoCredentials } from './demo-credentials';
import { NOTICE, OPENING } from './demonstration';
import { ReplayedClock } from './replayed-clock';
import { Story } from './story';

const OPERATOR: Actor = { id: 'system', kind: 'system', person: null };

const CALLERS: Readonly<Record<DemoCaller, CallerRegistration>> = {
  procurement: {
    ...{ kind: 'client', name: 'Demonstration procurement system' },
    ...{ agency: 'DHS', roles: ['procurement'] },
  },
  admin: { kind: 'person', name: 'Demonstration admin one', agency: 'GSA', roles: ['admin'] },
  admin2: { kind: 'person', name: 'Demonstration admin two', agency: 'GSA', roles: ['admin'] },
  auditor: { kind: 'person', name: 'Demonstration auditor', agency: 'GSA', roles: ['auditor'] },
};

/**
 * Fills an empty registry with the demonstration, in one transaction: all of it, or nothing.
 *
 * @param keep is given the keys before the transaction commits, so that no registry is without them
 * @returns whether the registry was empty
 */
export async function seedDemo(
  dataSource: DataSource,
  keep: (credentials: DemoCredentials) => Promise<void>,
): Promise<boolean> {
  return dataSource.transaction(async (tx) => {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('registry demonstration'))`);
    const { size } = await new History(tx).head();
    if (size > 0) return false;
    const clock = new ReplayedClock(new Date(OPENING));
    await new History(tx).append(
      {
        ...{ type: 'registry.opened', actor: OPERATOR, before: null },
        after: { demonstration: true, notice: NOTICE },
      },
      clock.now(),
    );
    const joined = joining(dataSource, tx);
    const { callers, credentials } = await registerCallers(joined, clock);
    await new Story(joined, clock, callers).tell();
    await keep(credentials);
    return true;
  });
}

/** The same data source, for use cases whose transactions are to be part of one that is open. */
function joining(dataSource: DataSource, tx: EntityManager): DataSource {
  return Object.create(dataSource, {
    manager: { value: tx },
    transaction: { value: tx.transaction.bind(tx) },
  }) as DataSource;
}

async function registerCallers(
  dataSource: DataSource,
  clock: ReplayedClock,
): Promise<{ callers: Record<DemoCaller, Caller>; credentials: DemoCredentials }> {
  const callers: Partial<Record<DemoCaller, Caller>> = {};
  const credentials: Partial<Record<DemoCaller, { apiKey: string }>> = {};
  for (const [name, registration] of Object.entries(CALLERS) as [
    DemoCaller,
    CallerRegistration,
  ][]) {
    const { id } = await new RegisterCaller(dataSource, clock).execute(registration, OPERATOR);
    const { apiKey } = await new IssueKey(dataSource, clock).execute(id, {}, OPERATOR);
    callers[name] = { ...registration, id, person: registration.kind === 'person' ? id : null };
    credentials[name] = { apiKey };
  }
  return {
    callers: callers as Record<DemoCaller, Caller>,
    credentials: credentials as DemoCredentials,
  };
}
