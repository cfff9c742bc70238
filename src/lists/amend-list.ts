import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../clock/clock';
import type { Authority } from '../history/domain/authority';
import type { Actor } from '../history/domain/entry';
import { History } from '../history/history';
import { InvalidRequest } from '../problems/registry-error';
import { ApprovedLists } from './approved-lists';
import {
  completePolicy,
  requireDistinct,
  type ApprovedList,
  type Category,
  type PartialPolicy,
} from './domain/approved-list';
import { Listings } from './listings';

export interface ListAmendment {
  readonly name?: string | undefined;
  readonly owner?: string | undefined;
  readonly categories?: readonly Category[] | undefined;
  readonly policy?: PartialPolicy | undefined;
  readonly authority?: Authority | undefined;
  readonly reason?: string | undefined;
}

/** Changes what is said of a list. Its code stays. */
@Injectable()
export class AmendList {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * @param isCurrent refuses, by throwing, an amendment of another revision than the one that was read
   * @throws {ListNotFound} when there is no such list
   * @throws {InvalidRequest} when a category is taken away that a listing names
   */
  execute(
    code: string,
    amendment: ListAmendment,
    actor: Actor,
    isCurrent: (revision: number) => void,
  ): Promise<ApprovedList> {
    return this.dataSource.transaction(async (tx) => {
      const lists = new ApprovedLists(tx);
      const before = await lists.lock(code);
      isCurrent(before.revision);
      const terms = amended(before, amendment);
      refuseLostCategories(terms, await new Listings(tx).categoriesInUse(code));
      const { authority, reason } = amendment;
      const draft = { type: 'list.amended' as const, actor, authority, reason, list: code };
      const revision = await new History(tx).append(
        { ...draft, before: saidOf(before), after: saidOf(terms) },
        this.clock.now(),
      );
      const after = { ...terms, revision };
      await lists.replace(after);
      return after;
    });
  }
}

function amended(
  list: ApprovedList,
  { name, owner, categories, policy }: ListAmendment,
): ApprovedList {
  requireDistinct(categories ?? []);
  return {
    ...list,
    name: name ?? list.name,
    owner: owner ?? list.owner,
    categories: categories ?? list.categories,
    policy: policy ? completePolicy(policy, list.policy) : list.policy,
  };
}

const saidOf = ({ revision: _, ...terms }: ApprovedList): Omit<ApprovedList, 'revision'> => terms;

function refuseLostCategories({ categories }: ApprovedList, inUse: ReadonlySet<string>): void {
  const kept = new Set(categories.map(({ code }) => code));
  const lost = [...inUse].filter((code) => !kept.has(code));
  if (lost.length > 0) {
    throw new InvalidRequest([
      { pointer: '/categories', message: `must keep what listings name: ${lost.join(', ')}` },
    ]);
  }
}
