import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../clock/clock';
import type { Actor } from '../history/domain/entry';
import { History } from '../history/history';
import { ApiKeys, type RegisteredKey } from './api-keys';
import { Callers } from './callers';
import { refuseOwnAccess } from './domain/registered-caller';
import { saidOfKey } from './said-of-access';

/** Ends a key; it and the tokens that were bought with it are refused from then on. */
@Injectable()
export class RevokeKey {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Once revoked, a key stays so: again is no error and no entry.
   *
   * @throws {CallerNotFound} when there is no such caller
   * @throws {KeyNotFound} when the caller has no such key
   * @throws {OwnAccess} when the actor is the person behind the caller
   * @throws {Forbidden} when the actor is not an admin
   */
  execute(callerId: string, keyId: string, actor: Actor): Promise<RegisteredKey> {
    return this.dataSource.transaction(async (tx) => {
      const [callers, keys, history] = [new Callers(tx), new ApiKeys(tx), new History(tx)];
      await callers.lockAll(actor);
      const caller = await callers.read(callerId);
      const before = await keys.read(caller.id, keyId);
      refuseOwnAccess(caller, actor);
      if (before.revokedAt) return before;
      const now = await history.present(this.clock.now());
      const terms = { ...before, revokedAt: now };
      const revision = await history.append(
        { type: 'key.revoked', actor, before: saidOfKey(before), after: saidOfKey(terms) },
        now,
      );
      await keys.revoke(before.id, now, revision);
      return { ...terms, revision };
    });
  }
}
