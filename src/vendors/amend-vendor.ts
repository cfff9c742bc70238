import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../clock/clock';
import type { Authority } from '../history/domain/authority';
import type { Actor } from '../history/domain/entry';
import { History } from '../history/history';
import type { Violation } from '../problems/registry-error';
import { amendVendor, identifiersAdded, saysTheSame } from './domain/amend-vendor';
import { requireFree, type Claim } from './domain/claim-identifiers';
import { parseIdentifiers, sameIdentifier, type ParsedIdentifiers } from './domain/identifier';
import type { VendorRecord } from './domain/merge';
import {
  namesInEffect,
  type Identifier,
  type NameKind,
  type Vendor,
  type VendorTerms,
} from './domain/vendor';
import { parseNames } from './domain/vendor-names';
import { saidOfVendor } from './said-of-vendor';
import { requireUnmerged, VendorMerges } from './vendor-merges';
import { Vendors } from './vendors';

/** What is to be said of a vendor from now on. What is undefined stays. */
export interface VendorAmendment {
  /** The legal name; the one before is kept as a former name. */
  readonly name?: string | undefined;
  readonly country?: string | null | undefined;
  /** The whole new set. */
  readonly identifiers?: readonly Identifier[] | undefined;
  /** The whole new set of names but the legal one. */
  readonly names?: readonly { readonly kind: NameKind; readonly name: string }[] | undefined;
  readonly authority?: Authority | undefined;
  readonly reason?: string | undefined;
}

/** Changes who a vendor is said to be. Nothing that was said before is lost. */
@Injectable()
export class AmendVendor {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * An amendment that changes nothing is no error and no entry.
   *
   * @param isCurrent refuses, by throwing, an amendment of another revision than the one that was read
   * @throws {VendorNotFound} when there is none
   * @throws {VendorMerged} when it is known as another
   * @throws {MalformedIdentifier} naming each identifier that breaks its format
   * @throws {InvalidRequest} naming each name that is none
   * @throws {IdentifierTaken} naming each identifier that another vendor holds
   */
  execute(
    id: string,
    amendment: VendorAmendment,
    actor: Actor,
    isCurrent: (revision: number) => void,
  ): Promise<{ vendor: VendorRecord; warnings: readonly Violation[]; position: number }> {
    const { authority, reason } = amendment;
    const given = amendment.identifiers && parseIdentifiers(amendment.identifiers, '/identifiers');
    const warnings = given?.warnings ?? [];
    return this.dataSource.transaction(async (tx) => {
      const [vendors, history] = [new Vendors(tx), new History(tx)];
      const before = await lockUnmerged(tx, id);
      isCurrent(before.revision);
      const now = await history.present(this.clock.now());
      const terms = amendVendor(before, termsOf(amendment, before, given), now);
      if (saysTheSame(before, terms)) {
        return { vendor: before, warnings, position: (await history.head()).size };
      }
      const claims = claimsOf(before, terms, given?.identifiers ?? []);
      requireFree(claims, await vendors.holdings(claims));
      const draft = {
        type: 'vendor.amended' as const,
        actor,
        authority,
        reason,
        vendors: [before.id],
      };
      const revision = await history.append(
        { ...draft, before: saidOfVendor(before), after: saidOfVendor(terms) },
        now,
      );
      requireFree(claims, await vendors.holdings(claims));
      const vendor = { ...before, ...terms, revision };
      await vendors.replace(before, vendor);
      return { vendor, warnings, position: revision + 1 };
    });
  }
}

/** @throws {VendorNotFound} @throws {VendorMerged} */
async function lockUnmerged(tx: EntityManager, id: string): Promise<VendorRecord> {
  const vendor = await new Vendors(tx).lock(id);
  await requireUnmerged(tx, [vendor.id]);
  return new VendorMerges(tx).tell(vendor);
}

function termsOf(
  { name, names, country }: VendorAmendment,
  before: Vendor,
  given: ParsedIdentifiers | undefined,
): VendorTerms {
  const terms = { country, identifiers: given?.identifiers };
  if (name === undefined && names === undefined) return terms;
  const others = names ?? namesInEffect(before).filter(({ kind }) => kind !== 'legal');
  return { ...terms, names: parseNames({ name: name ?? before.name, names: others }, '') };
}

/** Claims to the identifiers that are new to the vendor, each with its place among those given. */
const claimsOf = (before: Vendor, after: Vendor, given: readonly Identifier[]): Claim[] =>
  identifiersAdded(before, after).map((identifier) => ({
    ...identifier,
    vendor: after.id,
    pointer: `/identifiers/${given.findIndex((other) => sameIdentifier(other, identifier))}/value`,
  }));
