import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Caller } from '../access/caller';
import { CheckNotFound } from '../checks/domain/errors';
import { readableBy } from '../checks/readable-by';
import { pathOf } from '../history/domain/merkle';
import { batchLeaf, leavesOf } from './domain/sealed-batch';
import { claimsToldBy, verifyCheckProof, type CheckProof } from './domain/check-proof';
import { CheckNotBatched } from './domain/errors';
import { contradictions } from './domain/recorded-columns';
import { digestOfEntry, sealToldBy } from './domain/seal-statement';
import type { CheckProofAnswer } from './evidence.dto';
import { ProofRows, type BatchRow, type CheckRow, type SealRow } from './proof-rows';

/** Proves that a recorded check is as it was answered, or tells where its record does not agree with itself. */
@Injectable()
export class ProveCheck {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Recomputes everything from the rows, all of one moment.
   *
   * @throws {CheckNotFound} also where it was answered to another agency than the caller's, save to an auditor
   * @throws {CheckNotBatched} when it was recorded before checks were kept in batches
   */
  execute(id: string, caller: Caller): Promise<CheckProofAnswer> {
    return this.dataSource.transaction('REPEATABLE READ', async (tx) => {
      const check = await new ProofRows(tx).check(id, readableBy(caller));
      if (!check) throw new CheckNotFound(id);
      if (check.batchId === null || check.leaf === null) throw new CheckNotBatched(id);
      return prove(tx, { ...check, batchId: check.batchId, leaf: check.leaf });
    });
  }
}

type BatchedCheck = CheckRow & { readonly batchId: string; readonly leaf: number };

async function prove(tx: EntityManager, check: BatchedCheck): Promise<CheckProofAnswer> {
  const rows = new ProofRows(tx);
  const batch = await rows.batch(check.batchId);
  const seal = await rows.sealOf(check.batchId);
  const sealed = seal ? await rows.sealed(seal.number) : [];
  const proof: CheckProof = {
    check: checkPart(check, batch),
    batch: batch ? batchPart(check, batch) : null,
    seal: seal ? sealPart(seal, sealed.map(batchLeaf)) : null,
    entry: seal ? entryPart(seal) : null,
  };
  const broken = brokenSteps(proof, { check, batch, seal });
  const hint = batch?.waits ? UNSEALED : null;
  return { intact: broken.length === 0, broken, hint, ...proof };
}

/** What does not agree: what the proof alone shows, and what only the rows around it do. */
function brokenSteps(
  proof: CheckProof,
  {
    check,
    batch,
    seal,
  }: { check: CheckRow; batch: BatchRow | undefined; seal: SealRow | undefined },
): CheckProofAnswer['broken'] {
  const broken = new Set<CheckProofAnswer['broken'][number]>(verifyCheckProof(proof));
  if (contradictions(check.columns, check.answer).length > 0) broken.add('columns');
  if (seal && !isChained(seal)) broken.add('chain');
  // A batch is sealed or waits to be: what is neither has lost its seal, what is both would be sealed twice.
  if (batch && batch.waits === (seal !== undefined)) broken.add('seal');
  return [...broken];
}

const UNSEALED =
  'The check stands in no seal yet. One is made every minute in which there were checks; an auditor has one made at ' +
  'once with POST /v1/checks/seals.';

function checkPart({ id, request, answer, leaf }: BatchedCheck, batch: BatchRow | undefined) {
  const leaves = batch ? leavesOf(batch.leaves) : [];
  return {
    ...{ id, request: request.toString('utf8'), answer: answer.toString('utf8') },
    claims: claimsToldBy({ request, answer }, batch?.issuer ?? '') ?? null,
    leafHash: leaves[leaf]?.toString('hex') ?? null,
  };
}

function batchPart(
  { leaf: index }: BatchedCheck,
  batch: BatchRow,
): NonNullable<CheckProof['batch']> {
  const { id, issuer, position, recordedAt, size, root } = batch;
  const path = pathTo(leavesOf(batch.leaves), index);
  return { id, issuer, position, recordedAt, size, root, index, path };
}

const sealPart = (
  { number, batches, checks, root, leaf: index }: SealRow,
  leaves: readonly Buffer[],
): NonNullable<CheckProof['seal']> => ({
  ...{ number, size: batches ?? 0, checks: checks ?? 0, root, index, path: pathTo(leaves, index) },
});

function entryPart({ position, leafHash, canonical }: SealRow): CheckProof['entry'] {
  if (position === null || leafHash === null || canonical === null) return null;
  return { position, leafHash, canonical: canonical.toString('utf8') };
}

const pathTo = (leaves: readonly Buffer[], index: number): string[] =>
  index < leaves.length ? pathOf(leaves, index).map((hash) => hash.toString('hex')) : [];

/** Whether the seal's entry names that of the seal before, or none where it is the first, and the next one names it. */
function isChained({ canonical, previous, next, number }: SealRow): boolean {
  if (canonical === null || (number > 0 && previous === null)) return false;
  return names(canonical, previous) && (next === null || names(next, canonical));
}

/** Whether the entry of a seal names that of the seal before; null: there is none to be named. */
const names = (entry: Buffer, before: Buffer | null): boolean =>
  sealToldBy(entry)?.previous === (before && digestOfEntry(before));
