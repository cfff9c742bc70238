import type { EntityManager } from 'typeorm';
import { VendorMerges } from '../../vendors/vendor-merges';
import { FindingStands } from './domain/errors';
import type { NamedPair } from './domain/pair';
import { lapsesOf } from './domain/standing';
import { MatchDecisions } from './match-decisions';
import { recordsIn, recordsOf } from './pair-records';

/**
 * Refuses to part a pair of which a record that is one with either was found the same: that one counts too, and is taken
 * back first.
 *
 * @throws {FindingStands} naming what was found of the records
 */
export async function requireUncontradicted(
  tx: EntityManager,
  pair: NamedPair,
  size: number,
): Promise<void> {
  const merges = new VendorMerges(tx);
  const recordsOfVendor = async (id: string | null): Promise<string[]> =>
    id === null ? [] : merges.allRecords([id]);
  const sides = {
    subjects: await recordsOfVendor(pair.subjectVendor),
    name: pair.subjectName,
    objects: [
      ...(await recordsOfVendor(pair.objectVendor)),
      ...(pair.objectExclusion === null ? [] : [pair.objectExclusion]),
    ],
  };
  const same = (await new MatchDecisions(tx).sameAmong(sides)).filter(
    (one) => one.subjectVendor !== pair.subjectVendor || one.objectVendor !== pair.objectVendor,
  );
  const records = await recordsOf(tx, same, size);
  const standing = same.find((one) => lapsesOf(one, recordsIn(records, one)).length === 0);
  if (standing) throw new FindingStands(standing);
}
