import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '../access/caller';
import { Forbidden } from '../access/domain/errors';
import { Clock } from '../clock/clock';
import type { Authority } from '../history/domain/authority';
import { History } from '../history/history';
import type { Proposal } from '../proposals/domain/proposal';
import { Propose } from '../proposals/propose';
import type { ReadFile } from './domain/import-row';
import { planImport, type ImportPlan } from './plan-import';

/** A file that is to become listings on a list. */
export interface ListImport {
  readonly file: ReadFile;
  /** Code of the list. */
  readonly list: string;
  readonly authority: Authority;
  readonly reason: string;
  /** Whether nothing is to be proposed, whatever comes of it. */
  readonly dryRun: boolean;
  /** Whether the rows that are accepted are to be proposed although others are refused. */
  readonly skipRefused: boolean;
  /** Told after each row. */
  readonly onRow?: () => void;
}

/** What came of an import. */
export interface ImportReport extends ImportPlan {
  /** The proposal of all accepted rows, which another admin approves; null where nothing was proposed. */
  readonly proposal: Proposal | null;
}

/** Proposes what a file says of an approved list, all in one. Vendors that nobody knows are registered with its approval. */
@Injectable()
export class ImportList {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly propose: Propose,
  ) {}

  /**
   * Proposes nothing when a row is refused, unless it is told to skip it, or when none is accepted.
   *
   * @throws {Forbidden} when the caller is no admin
   * @throws {ListNotFound} when there is no such list
   * @throws the refusals of {@link Propose}
   */
  async execute(order: ListImport, caller: Caller): Promise<ImportReport> {
    if (!caller.roles.includes('admin')) throw new Forbidden(['admin']);
    const plan = await this.plan(order);
    if (!isToBeProposed(plan, order)) return { ...plan, proposal: null };
    const { list, authority, reason } = order;
    const { listings } = plan;
    const content = { action: 'import' as const, list, listings, authority, reason };
    const { proposal } = await this.propose.execute(content, caller);
    return { ...plan, proposal };
  }

  private plan({ file, list, authority, onRow = noOne }: ListImport): Promise<ImportPlan> {
    return this.dataSource.transaction('REPEATABLE READ', async (tx) => {
      const now = await new History(tx).present(this.clock.now());
      return planImport(tx, file, { list, authority, now, onRow });
    });
  }
}

const noOne = (): void => undefined;

const isToBeProposed = (
  { listings, refused }: ImportPlan,
  { dryRun, skipRefused }: ListImport,
): boolean => !dryRun && listings.length > 0 && (refused.length === 0 || skipRefused);
