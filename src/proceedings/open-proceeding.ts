import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 } from 'uuid';
import { actorOf, type Caller } from '../access/caller';
import { Clock } from '../clock/clock';
import type { Authority } from '../history/domain/authority';
import { History } from '../history/history';
import { ApprovedLists } from '../lists/approved-lists';
import { personOf } from '../proposals/person';
import { requireUnmerged } from '../vendors/vendor-merges';
import { Vendors } from '../vendors/vendors';
import type { Proceeding, ProceedingKind } from './domain/proceeding';
import { Proceedings } from './proceedings';
import { saidOfProceeding } from './said-of-proceeding';

export interface ProceedingOrder {
  readonly vendor: string;
  readonly kind: ProceedingKind;
  /** Of a removal, and of nothing else. */
  readonly list: string | null;
  readonly authority: Authority;
  readonly reason: string;
}

/** Opens a proceeding against a vendor: it is proposed. Nobody is barred by that. */
@Injectable()
export class OpenProceeding {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @throws {VendorNotFound} @throws {VendorMerged} @throws {ListNotFound} */
  execute(
    order: ProceedingOrder,
    caller: Caller,
  ): Promise<{ proceeding: Proceeding; at: Date; position: number }> {
    const openedBy = personOf(caller);
    const { vendor, list, authority, reason } = order;
    return this.dataSource.transaction(async (tx) => {
      await new Vendors(tx).lockAll([vendor]);
      await requireUnmerged(tx, [vendor]);
      if (list !== null) await new ApprovedLists(tx).hold(list);
      const history = new History(tx);
      const openedAt = await history.present(this.clock.now());
      const opened = { id: v7(), ...order, openedBy, openedAt };
      const draft = {
        ...{ type: 'proceeding.opened' as const, actor: actorOf(caller), authority, reason },
        ...{ vendors: [vendor], list: list ?? undefined },
      };
      const after = saidOfProceeding(opened, 'proposed');
      const entry = await history.append({ ...draft, before: null, after }, openedAt);
      const proceedings = new Proceedings(tx);
      await proceedings.add({ ...opened, entry });
      return {
        proceeding: await proceedings.read(opened.id),
        ...{ at: openedAt, position: entry + 1 },
      };
    });
  }
}
