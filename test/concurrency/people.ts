import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { IssueKey } from '../../src/access/issue-key';
import { RegisterCaller, type CallerRegistration } from '../../src/access/register-caller';
import { SystemClock } from '../../src/clock/clock';
import type { Actor } from '../../src/history/domain/entry';
import { Changes } from '../support/changes';

const OPERATOR: Actor = { id: 'system', kind: 'system', person: null };

/** A caller with a key of its own. */
export interface Keyed {
  /** The caller's id. */
  readonly id: string;
  readonly keyId: string;
  readonly apiKey: string;
}

/** Who takes part in a trial, and what it is about. */
export interface Cast {
  readonly admins: readonly [Keyed, Keyed];
  readonly auditor: Keyed;
  /** Whose keys stay. */
  readonly buyers: readonly Keyed[];
  /** Whose keys are issued and revoked all the while. */
  readonly changing: Keyed;
  readonly list: string;
  /** Vendors by their ids, all listed in the beginning, with their CAGE codes. */
  readonly vendors: readonly { readonly id: string; readonly cage: string }[];
}

export const AGENCIES = ['DHS', 'NASA'] as const;

/** Fills an empty registry with what a trial needs, through its use cases. */
export async function cast(dataSource: DataSource, vendors: number): Promise<Cast> {
  const clock = new SystemClock();
  const keyed = async (
    name: string,
    terms: Pick<CallerRegistration, 'kind' | 'agency' | 'roles'>,
  ): Promise<Keyed> => {
    const { id } = await new RegisterCaller(dataSource, clock).execute(
      { name, ...terms },
      OPERATOR,
    );
    const key = await new IssueKey(dataSource, clock).execute(id, {}, OPERATOR);
    return { id, keyId: key.id, apiKey: key.apiKey };
  };
  const anAdmin = { kind: 'person', agency: 'GSA', roles: ['admin'] } as const;
  const aBuyer = { kind: 'client', roles: ['procurement'] } as const;
  const changes = new Changes(dataSource, clock);
  const list = await changes.openList();
  const listed: { id: string; cage: string }[] = [];
  for (let index = 0; index < vendors; index += 1) {
    const cage = `0Z${String(index).padStart(2, '0')}9`;
    const name = `${unlikeName(index)} LLC`;
    const { id } = await changes.register({ name, identifiers: [{ scheme: 'cage', value: cage }] });
    await changes.list(id);
    listed.push({ id, cage });
  }
  return {
    admins: [await keyed('Ada', anAdmin), await keyed('Bea', anAdmin)],
    auditor: await keyed('Cyd', { kind: 'person', agency: 'GSA', roles: ['auditor'] }),
    buyers: [
      await keyed('Desk', { ...aBuyer, agency: AGENCIES[0] }),
      await keyed('Dock', { ...aBuyer, agency: AGENCIES[1] }),
    ],
    changing: await keyed('Shop', { ...aBuyer, agency: AGENCIES[0] }),
    list,
    vendors: listed,
  };
}

/** A word of twelve letters for each number, none like another: a likeness to somebody excluded is for a person. */
function unlikeName(index: number): string {
  const bytes = createHash('sha256').update(`vendor ${index}`).digest();
  const letters = [...bytes.subarray(0, 12)].map((byte, place) => {
    const from = place % 2 === 0 ? 'bdfgklmnprstvz' : 'aeiou';
    return from[byte % from.length] ?? '';
  });
  return letters.join('');
}
