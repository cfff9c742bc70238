import type { EntityManager } from 'typeorm';
import { History } from '../history/history';
import { InvalidRequest } from '../problems/registry-error';
import { Affiliations } from '../vendors/affiliations';
import { endAffiliation, saidOfAffiliation } from '../vendors/domain/affiliation';
import { MatchDecisions } from '../screening/decisions/match-decisions';
import { VendorNotMerged } from '../vendors/domain/errors';
import { requireUnmerged, VendorMerges } from '../vendors/vendor-merges';
import type { Carrying } from './carrying';
import type { AffiliationEnd, MergeChange, VendorContent } from './domain/proposal';
import type { Subject } from './subject';

type Saying = Pick<VendorContent, 'authority' | 'reason' | 'corrects'>;

/** Makes a change of who is who or who belongs to whom, and gives the positions of its entries. @see applyContent */
export async function applyVendorContent(
  tx: EntityManager,
  content: VendorContent,
  carrying: Carrying & { readonly subject: Subject },
): Promise<number[]> {
  switch (content.action) {
    case 'merge-vendors':
      return [await merge(tx, content, carrying)];
    case 'unmerge-vendors':
      return [await undoMerge(tx, content, carrying)];
    case 'end-affiliation':
      return [await end(tx, content, carrying)];
  }
}

/**
 * Makes two vendors one. Nothing that is said of either is rewritten: whoever reads one reads the other.
 *
 * What was found not the same as either is to be looked at anew: it was found of a record that is now part of another.
 *
 * @throws {InvalidRequest} when they are the same
 * @throws {VendorMerged} when either was merged into another before, so that nobody is merged twice or in a circle
 */
async function merge(
  tx: EntityManager,
  content: MergeChange & Saying,
  carrying: Carrying & { readonly subject: Subject },
): Promise<number> {
  const { vendor: survivor, duplicate } = content;
  if (survivor === duplicate) {
    throw new InvalidRequest([{ pointer: '/duplicate', message: 'must be another vendor' }]);
  }
  await requireUnmerged(tx, [duplicate, survivor]);
  const said = { duplicate, survivor };
  const drafted = { ...draftOf(content, carrying), vendors: [survivor, duplicate] };
  const position = await new History(tx).append(
    { ...drafted, type: 'vendor.merged', before: null, after: said },
    carrying.now,
  );
  await new VendorMerges(tx).add(said, position);
  await new MatchDecisions(tx).reopen(carrying.subject.vendors, position);
  return position;
}

/** Makes two vendors two again. @throws {VendorNotMerged} unless the one was merged into the other */
async function undoMerge(
  tx: EntityManager,
  content: MergeChange & Saying,
  carrying: Carrying,
): Promise<number> {
  const { vendor: survivor, duplicate } = content;
  const said = { duplicate, survivor };
  const merges = new VendorMerges(tx);
  if (!(await merges.has(said))) throw new VendorNotMerged(duplicate, survivor);
  const drafted = { ...draftOf(content, carrying), vendors: [survivor, duplicate] };
  const position = await new History(tx).append(
    { ...drafted, type: 'vendor.unmerged', before: said, after: null },
    carrying.now,
  );
  await merges.close(said, position);
  return position;
}

/**
 * Ends an affiliation. One that ends when it began, or before, never was.
 *
 * @throws {AffiliationNotFound} when there is none
 * @throws {AffiliationNotInEffect} when it has ended by then
 */
async function end(
  tx: EntityManager,
  content: AffiliationEnd & Saying,
  carrying: Carrying,
): Promise<number> {
  const { affiliation, effectiveFrom } = content;
  const affiliations = new Affiliations(tx);
  const before = await affiliations.read(affiliation);
  const after = endAffiliation(
    before,
    effectiveFrom === null ? carrying.now : new Date(effectiveFrom),
  );
  const drafted = { ...draftOf(content, carrying), vendors: [before.vendor, before.other] };
  const told = { before: saidOfAffiliation(before), after: after && saidOfAffiliation(after) };
  const position = await new History(tx).append(
    { ...drafted, type: 'affiliation.ended', ...told },
    carrying.now,
  );
  await affiliations.replace(before, after, position);
  return position;
}

const draftOf = ({ authority, reason, corrects }: Saying, { actor, proposal }: Carrying) => ({
  ...{ authority, reason, corrects },
  ...{ actor, proposal },
});
