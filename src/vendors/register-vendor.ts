import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 } from 'uuid';
import { Clock } from '../clock/clock';
import type { Authority } from '../history/domain/authority';
import type { Actor, EntryDraft } from '../history/domain/entry';
import { History } from '../history/history';
import type { Violation } from '../problems/registry-error';
import { freePeriod, requireFree, type Claim, type Holding } from './domain/claim-identifiers';
import { parseIdentifiers } from './domain/identifier';
import { UNMERGED, type VendorRecord } from './domain/merge';
import { newVendor, type Identifier, type Name, type NameKind, type Vendor } from './domain/vendor';
import { parseNames } from './domain/vendor-names';
import { saidOfVendor } from './said-of-vendor';
import { Vendors } from './vendors';

export interface VendorRegistration {
  /** The legal name. */
  readonly name: string;
  /** ISO 3166-1 alpha-2, or null where it isn't known. */
  readonly country: string | null;
  readonly identifiers: readonly Identifier[];
  /** Its other names. */
  readonly names: readonly { readonly kind: NameKind; readonly name: string }[];
  readonly authority?: Authority | undefined;
  readonly reason?: string | undefined;
  /** The proposal that brings it, where it comes with an import. */
  readonly proposal?: EntryDraft['proposal'];
}

/** Registers a vendor. */
@Injectable()
export class RegisterVendor {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the vendor, what is doubtful about it, and the history's size with it
   * @throws {MalformedIdentifier} naming each identifier that breaks its format
   * @throws {InvalidRequest} naming each name that is none
   * @throws {IdentifierTaken} naming each identifier that another vendor holds
   */
  execute(
    command: VendorRegistration,
    actor: Actor,
  ): Promise<{ vendor: VendorRecord; warnings: readonly Violation[]; position: number }> {
    const parsed = parse(command, '');
    return this.dataSource.transaction(async (tx) => {
      const now = await new History(tx).present(this.clock.now());
      const [vendor] = await register(tx, [parsed], actor, now);
      if (!vendor) throw new Error('No vendor was registered.');
      const { revision } = vendor;
      return {
        vendor: { ...vendor, ...UNMERGED },
        warnings: parsed.warnings,
        position: revision + 1,
      };
    });
  }
}

/**
 * Registers vendors within a transaction, each with its entry, in the order given.
 *
 * Takes the lock on the history's head: take every other lock before.
 *
 * @throws the refusals of {@link RegisterVendor}, their pointers led by the index of the command
 */
export async function registerVendors(
  tx: EntityManager,
  commands: readonly VendorRegistration[],
  actor: Actor,
  now: Date,
): Promise<Vendor[]> {
  return register(
    tx,
    commands.map((command, index) => parse(command, `/${index}`)),
    actor,
    now,
  );
}

interface ParsedRegistration extends Pick<
  VendorRegistration,
  'country' | 'authority' | 'reason' | 'proposal'
> {
  readonly identifiers: readonly Identifier[];
  readonly names: readonly [Name, ...Name[]];
  readonly warnings: readonly Violation[];
  readonly pointer: string;
}

function parse(command: VendorRegistration, pointer: string): ParsedRegistration {
  const { country, authority, reason, proposal } = command;
  const names = parseNames(command, pointer);
  const identity = parseIdentifiers(command.identifiers, `${pointer}/identifiers`);
  return { ...{ country, authority, reason, proposal, names, pointer }, ...identity };
}

async function register(
  tx: EntityManager,
  registrations: readonly ParsedRegistration[],
  actor: Actor,
  now: Date,
): Promise<Vendor[]> {
  if (registrations.length === 0) return [];
  const rows = new Vendors(tx);
  const wanted = registrations.flatMap(({ identifiers }) => identifiers);
  const holdings = await rows.holdings(wanted);
  const planned = registrations.map((registration) => plan(registration, holdings));
  const claims = planned.flatMap(claimsOf);
  requireFree(claims, holdings);
  const drafts = planned.map(({ vendor, registration: { authority, reason, proposal } }) => ({
    ...{ type: 'vendor.registered' as const, actor, authority, reason, proposal },
    ...{ vendors: [vendor.id], before: null, after: saidOfVendor(vendor) },
  }));
  const positions = await new History(tx).appendAll(drafts, now);
  // Who came first has committed by now: the head is held.
  requireFree(claims, await rows.holdings(wanted));
  const vendors = planned.map(({ vendor }, index) => ({
    ...vendor,
    revision: positions[index] ?? 0,
  }));
  await rows.insert(vendors);
  return vendors;
}

interface PlannedVendor {
  readonly registration: ParsedRegistration;
  readonly vendor: Omit<Vendor, 'revision'>;
}

function plan(registration: ParsedRegistration, holdings: readonly Holding[]): PlannedVendor {
  const { names, country } = registration;
  const identifiers = registration.identifiers.map((identifier) => ({
    ...identifier,
    effective: freePeriod(identifier, holdings),
  }));
  return { registration, vendor: newVendor(v7(), names, country, identifiers) };
}

const claimsOf = ({ vendor, registration: { pointer } }: PlannedVendor): Claim[] =>
  vendor.identifiers.map((identifier, index) => ({
    ...identifier,
    vendor: vendor.id,
    pointer: `${pointer}/identifiers/${index}/value`,
  }));
