import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../clock/clock';
import type { Authority } from '../history/domain/authority';
import type { Actor } from '../history/domain/entry';
import { History } from '../history/history';
import { ApprovedLists } from './approved-lists';
import {
  completePolicy,
  requireDistinct,
  type ApprovedList,
  type Category,
  type PartialPolicy,
} from './domain/approved-list';
import { ListExists } from './domain/errors';

export interface ListCreation {
  readonly code: string;
  readonly name: string;
  readonly owner: string;
  readonly categories: readonly Category[];
  readonly policy: PartialPolicy;
  readonly authority?: Authority | undefined;
  readonly reason?: string | undefined;
}

/** Opens an approved list. */
@Injectable()
export class CreateList {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws {ListExists} when the code is taken
   * @throws {UnsafePolicy} when one person could change the list alone
   */
  execute(creation: ListCreation, actor: Actor): Promise<ApprovedList> {
    const { authority, reason, ...given } = creation;
    const terms = { ...given, policy: completePolicy(given.policy) };
    requireDistinct(terms.categories);
    return this.dataSource.transaction(async (tx) => {
      const [lists, history] = [new ApprovedLists(tx), new History(tx)];
      // Serialises two creations of one code, which no row lock could.
      await tx.query(`SELECT pg_advisory_xact_lock(hashtext('list'), hashtext($1))`, [terms.code]);
      if (await lists.exists(terms.code)) throw new ListExists(terms.code);
      const revision = await history.append(
        {
          type: 'list.created',
          actor,
          authority,
          reason,
          list: terms.code,
          before: null,
          after: terms,
        },
        this.clock.now(),
      );
      const list = { ...terms, revision };
      await lists.add(list);
      return list;
    });
  }
}
