import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 } from 'uuid';
import { Clock } from '../clock/clock';
import type { Actor } from '../history/domain/entry';
import { History } from '../history/history';
import { InvalidRequest } from '../problems/registry-error';
import { Callers } from './callers';
import { SubjectTaken, unfitResponsible } from './domain/errors';
import {
  refuseOwnAccess,
  requireFitResponsible,
  requireSeparateDuties,
  type RegisteredCaller,
} from './domain/registered-caller';
import type { Role } from './domain/role';
import { saidOfCaller } from './said-of-access';

export interface CallerRegistration {
  readonly kind: 'person' | 'client';
  readonly name: string;
  /** Code of the agency that it belongs to. */
  readonly agency: string;
  readonly roles: readonly Role[];
  /** The person who answers for a client. */
  readonly responsible?: string | undefined;
  /** The outside issuer whose tokens with `subject` stand for this caller. */
  readonly issuer?: string | undefined;
  readonly subject?: string | undefined;
}

export interface CallerRegistered {
  readonly id: string;
  readonly caller: RegisteredCaller;
  /** The history's size with the caller's entry. */
  readonly position: number;
}

/** Registers a person or a client. It has no key yet. */
@Injectable()
export class RegisterCaller {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws {ConflictingRoles} when one person would be admin and auditor
   * @throws {InvalidRequest} when a client has no fitting person to answer for it
   * @throws {OwnAccess} when the actor would answer for the client
   * @throws {SubjectTaken} when the subject stands for another caller
   * @throws {Forbidden} when the actor is not an admin
   */
  execute(command: CallerRegistration, actor: Actor): Promise<CallerRegistered> {
    return this.dataSource.transaction(async (tx) => {
      await new Callers(tx).lockAll(actor);
      const history = new History(tx);
      const now = await history.present(this.clock.now());
      const caller = newCaller(command, now);
      refuseOwnAccess(caller, actor);
      await requireFit(tx, caller);
      const revision = await history.append(
        { type: 'caller.created', actor, before: null, after: saidOfCaller(caller) },
        now,
      );
      const registered = { ...caller, revision };
      await new Callers(tx).add(registered);
      return { id: caller.id, caller: registered, position: revision + 1 };
    });
  }
}

function newCaller(
  { responsible, issuer, subject, ...given }: CallerRegistration,
  createdAt: Date,
): Omit<RegisteredCaller, 'revision'> {
  return {
    ...given,
    id: v7(),
    roles: [...new Set(given.roles)].sort(),
    responsible: responsible?.toLowerCase() ?? null,
    issuer: issuer ?? null,
    subject: subject ?? null,
    createdAt,
    disabledAt: null,
  };
}

async function requireFit(
  tx: EntityManager,
  caller: Omit<RegisteredCaller, 'revision'>,
): Promise<void> {
  const callers = new Callers(tx);
  const { responsible: id } = caller;
  const responsible = id === null ? null : ((await callers.find(id)) ?? null);
  if (id !== null && !responsible) throw unfitResponsible('must be a registered person');
  requireSeparateDuties(
    caller.roles,
    responsible ? await callers.enabledBehind(responsible.id) : [],
  );
  requireFitResponsible(caller, responsible);
  await requireFreeSubject(callers, caller);
}

async function requireFreeSubject(
  callers: Callers,
  { issuer, subject }: Pick<RegisteredCaller, 'issuer' | 'subject'>,
): Promise<void> {
  if ((issuer === null) !== (subject === null)) {
    const pointer = issuer === null ? '/issuer' : '/subject';
    throw new InvalidRequest([{ pointer, message: 'issuer and subject go together' }]);
  }
  if (issuer !== null && subject !== null && (await callers.hasSubject(issuer, subject))) {
    throw new SubjectTaken();
  }
}
