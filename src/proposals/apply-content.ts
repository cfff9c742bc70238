import type { EntityManager } from 'typeorm';
import { ApprovedLists } from '../lists/approved-lists';
import type { ApprovedList } from '../lists/domain/approved-list';
import { Exclusions } from '../exclusions/exclusions';
import { holdRecords } from '../vendors/hold-records';
import { requireUnmerged } from '../vendors/vendor-merges';
import { Vendors } from '../vendors/vendors';
import { applyExclusionContent } from './apply-exclusion-content';
import { applyListContent } from './apply-list-content';
import { applyMatchContent } from './apply-match-content';
import { applyVendorContent } from './apply-vendor-content';
import type { Carrying } from './carrying';
import {
  isExclusionContent,
  isListContent,
  isScreeningContent,
  type ProposalContent,
} from './domain/proposal';
import { namedIn, vendorsBegunWith, type Subject } from './subject';

/** What a change touches, held until the transaction ends. */
export interface Held {
  /** The list that is to change; null where the change is of none. */
  readonly list: ApprovedList | null;
}

/**
 * Holds what a change touches, in the one order that all transactions keep: vendors, list, exclusion.
 *
 * @throws {VendorNotFound} @throws {ListNotFound} @throws {ExclusionNotFound}
 */
export async function hold(tx: EntityManager, subject: Subject): Promise<Held> {
  await new Vendors(tx).lockAll(subject.vendors);
  return holdMatter(tx, subject);
}

/**
 * Holds what a change names, and gives it as it is once it is held: a vendor of which there are several records is all
 * of them.
 *
 * @throws {VendorNotFound} @throws {ListNotFound} @throws {ExclusionNotFound} and as `namedIn` does
 */
export async function holdNamed(
  tx: EntityManager,
  content: ProposalContent,
): Promise<Held & { readonly subject: Subject }> {
  const named = await namedIn(tx, content);
  const subject = { ...named, vendors: await holdRecords(tx, named.vendors) };
  return { ...(await holdMatter(tx, subject)), subject };
}

async function holdMatter(tx: EntityManager, { list, exclusion }: Subject): Promise<Held> {
  const held = list === null ? null : await new ApprovedLists(tx).hold(list);
  if (exclusion !== null) await new Exclusions(tx).lock(exclusion);
  return { list: held };
}

/**
 * Makes the changes that a proposal asks for, each with its entry, and returns the positions.
 *
 * The transaction must hold the subject. Refuses, by throwing, what the facts as they are now do not allow.
 */
export async function applyContent(
  tx: EntityManager,
  content: ProposalContent,
  carrying: Carrying & Held & { readonly subject: Subject },
): Promise<number[]> {
  await requireUnmerged(tx, vendorsBegunWith(content));
  if (isListContent(content)) {
    const { list } = carrying;
    if (list === null) throw new Error('A change of a list holds none.');
    return applyListContent(tx, content, { ...carrying, list });
  }
  if (isScreeningContent(content)) return applyMatchContent(tx, content, carrying);
  return isExclusionContent(content)
    ? applyExclusionContent(tx, content, carrying)
    : applyVendorContent(tx, content, carrying);
}
