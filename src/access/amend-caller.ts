import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../clock/clock';
import type { Actor } from '../history/domain/entry';
import { History } from '../history/history';
import { Callers } from './callers';
import {
  personBehind,
  refuseOwnAccess,
  requireEnabled,
  requireFitResponsible,
  requireSeparateDuties,
  type RegisteredCaller,
} from './domain/registered-caller';
import type { Role } from './domain/role';
import { saidOfCaller } from './said-of-access';

export interface CallerAmendment {
  readonly name?: string | undefined;
  readonly agency?: string | undefined;
  readonly roles?: readonly Role[] | undefined;
}

/** Changes the name, agency or roles of a person or a client; in force with the answer. */
@Injectable()
export class AmendCaller {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * @param isCurrent refuses, by throwing, an amendment of another revision than the one that was read
   * @throws {CallerNotFound} when there is none
   * @throws {CallerDisabled} when it is disabled
   * @throws {OwnAccess} when the actor is the person behind it
   * @throws {ConflictingRoles} when one person would be admin and auditor
   * @throws {InvalidRequest} when an admin client has no admin to answer for it
   * @throws {Forbidden} when the actor is not an admin
   */
  execute(
    id: string,
    amendment: CallerAmendment,
    actor: Actor,
    isCurrent: (revision: number) => void,
  ): Promise<RegisteredCaller> {
    return this.dataSource.transaction(async (tx) => {
      const callers = new Callers(tx);
      await callers.lockAll(actor);
      const before = await callers.read(id);
      isCurrent(before.revision);
      refuseOwnAccess(before, actor);
      requireEnabled(before);
      const terms = amended(before, amendment);
      if (amendment.roles) await requireFit(tx, terms);
      const revision = await new History(tx).append(
        {
          type: 'caller.amended',
          actor,
          before: saidOfCaller(before),
          after: saidOfCaller(terms),
        },
        this.clock.now(),
      );
      const after = { ...terms, revision };
      await callers.replace(after);
      return after;
    });
  }
}

function amended(
  caller: RegisteredCaller,
  { name, agency, roles }: CallerAmendment,
): RegisteredCaller {
  return {
    ...caller,
    name: name ?? caller.name,
    agency: agency ?? caller.agency,
    roles: roles ? [...new Set(roles)].sort() : caller.roles,
  };
}

async function requireFit(tx: EntityManager, caller: RegisteredCaller): Promise<void> {
  const callers = new Callers(tx);
  const person = personBehind(caller);
  const behind = person === null ? [] : await callers.enabledBehind(person);
  requireSeparateDuties(
    caller.roles,
    behind.filter(({ id }) => id !== caller.id),
  );
  const { responsible } = caller;
  requireFitResponsible(caller, responsible === null ? null : await callers.read(responsible));
}
