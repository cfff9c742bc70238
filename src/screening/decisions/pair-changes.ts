import type { EntityManager } from 'typeorm';
import { Exclusions } from '../../exclusions/exclusions';
import { Vendors } from '../../vendors/vendors';
import { barsOnPair } from './bars-on-pair';
import { vendorsOf, type NamedPair } from './domain/pair';
import { MatchDecisions } from './match-decisions';

/**
 * What of a pair an entry from position `basis` on changed, as "vendor 0198…"; null: nothing.
 *
 * The records themselves count, what is found of the pair, and what bars either. Of vendors that were merged, and of
 * the pair's own exclusion, whoever holds them tells.
 */
export async function changedOfPair(
  tx: EntityManager,
  pair: NamedPair,
  { basis, now }: { readonly basis: number; readonly now: Date },
): Promise<string | null> {
  const vendors = await new Vendors(tx).findAll(vendorsOf(pair));
  const changed = vendors.find(({ revision }) => revision >= basis);
  if (changed) return `vendor ${changed.id}`;
  if (await new MatchDecisions(tx).changedSince(pair, basis)) return 'the pair';
  const before = await barsOnPair(tx, pair, { now, size: basis });
  const after = await barsOnPair(tx, pair, { now });
  const other = [...before, ...after].find((id) => !before.includes(id) || !after.includes(id));
  if (other !== undefined) return `exclusion ${other}`;
  for (const id of after) {
    if (await new Exclusions(tx).changedSince(id, basis)) return `exclusion ${id}`;
  }
  return null;
}
