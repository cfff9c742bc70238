import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../clock/clock';
import type { Actor } from '../history/domain/entry';
import { History } from '../history/history';
import { Callers } from './callers';
import { refuseOwnAccess, type RegisteredCaller } from './domain/registered-caller';
import { saidOfCaller } from './said-of-access';

/** Ends what a person or client may do, with all its keys and, for a person, all its clients. For good. */
@Injectable()
export class DisableCaller {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Once disabled, a caller stays so: again is no error and no entry.
   *
   * @throws {CallerNotFound} when there is none
   * @throws {OwnAccess} when the actor is the person behind it
   * @throws {Forbidden} when the actor is not an admin
   */
  execute(id: string, actor: Actor): Promise<RegisteredCaller> {
    return this.dataSource.transaction(async (tx) => {
      const [callers, history] = [new Callers(tx), new History(tx)];
      await callers.lockAll(actor);
      const before = await callers.read(id);
      refuseOwnAccess(before, actor);
      if (before.disabledAt) return before;
      const now = await history.present(this.clock.now());
      const terms = { ...before, disabledAt: now };
      const revision = await history.append(
        {
          type: 'caller.disabled',
          actor,
          before: saidOfCaller(before),
          after: saidOfCaller(terms),
        },
        now,
      );
      const after = { ...terms, revision };
      await callers.replace(after);
      return after;
    });
  }
}
