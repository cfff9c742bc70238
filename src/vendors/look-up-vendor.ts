import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../clock/clock';
import { Environment } from '../config/environment';
import { History } from '../history/history';
import type { Violation } from '../problems/registry-error';
import { PARTY_PARTS, type AskedParty } from '../screening/domain/compare-parties';
import { nameFormOf } from '../screening/domain/name-form';
import { Screener } from '../screening/screener';
import type { VendorRecord } from './domain/merge';
import { namesInEffect, type Vendor } from './domain/vendor';
import {
  parseClue,
  whomItMeans,
  type Clue,
  type GivenClues,
  type VendorClue,
} from './domain/vendor-clue';
import { ResemblingVendors, type Resemblance } from './resembling-vendors';
import { VendorMerges } from './vendor-merges';
import { MAX_NAMESAKES, Vendors } from './vendors';

export interface VendorLookup extends GivenClues {
  /** ISO 3166-1 alpha-2; a vendor that is known to be of another country is not the one. */
  readonly country?: string | undefined;
  /** The instant at which the identifier was the vendor's; left out: now. */
  readonly at?: Date | undefined;
  readonly knownAt?: number | Date | undefined;
}

/** Who may be meant; and where a name led there, how it resembles the one that was asked. */
export type Candidate = VendorRecord & Partial<Resemblance>;

export interface VendorFound {
  readonly vendor: VendorRecord | null;
  readonly matchedBy: Clue | null;
  readonly candidates: readonly Candidate[];
  readonly warnings: readonly Violation[];
  readonly position: number;
}

/** What is known, and when it holds. */
interface When {
  readonly at: Date;
  readonly size: number;
}

/**
 * Whom an identifier or a name means. An identifier, or a name that exactly one vendor goes by; nothing weaker, however
 * much it resembles.
 *
 * What is a merged vendor's means the vendor that it is known as.
 */
@Injectable()
export class LookUpVendor {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly screener: Screener,
    private readonly settings: Environment,
  ) {}

  /**
   * @throws {InvalidRequest} unless it is asked by exactly one identifier or name
   * @throws {MalformedIdentifier} when the identifier breaks its format
   * @throws {RegisterNotLoaded} when names can't be looked for yet
   */
  async execute({ country, at, knownAt, ...given }: VendorLookup): Promise<VendorFound> {
    const clue = parseClue(given);
    const asked = partyOf(clue, country);
    if (asked) await this.screener.fresh();
    return this.dataSource.transaction('REPEATABLE READ', async (tx) => {
      const history = new History(tx);
      const size = await history.sizeKnownAt(knownAt);
      const when = { at: at ?? (await history.present(this.clock.now())), size };
      const records = asked ? await this.namesakes(tx, asked, when) : await findBy(tx, clue, when);
      const { vendor, candidates } = whomItMeans(await knownAs(tx, records, size), country);
      const perhaps = vendor || !asked ? candidates : await this.alike(tx, asked, when);
      const matchedBy = vendor && clue.by;
      return { vendor, matchedBy, candidates: perhaps, warnings: clue.warnings, position: size };
    });
  }

  /** The records that go by this very name or went by it, the first in order of their ids. */
  private async namesakes(
    tx: EntityManager,
    { name: { key } }: AskedParty,
    { size }: When,
  ): Promise<Vendor[]> {
    const leads = key === '' ? [] : this.screener.namesakes(key).sort();
    const vendors = new Vendors(tx);
    const found: Vendor[] = [];
    for (let start = 0; start < leads.length && found.length < MAX_NAMESAKES; start += BATCH) {
      const batch = await vendors.findAll(leads.slice(start, start + BATCH), size);
      found.push(...batch.filter(goesBy(key)));
    }
    return found.slice(0, MAX_NAMESAKES);
  }

  private async alike(tx: EntityManager, asked: AskedParty, { size }: When): Promise<Candidate[]> {
    const { name } = asked;
    if (name.key === '') return [];
    const floor = this.settings.SCREENING_CANDIDATE_THRESHOLD;
    const limits = { most: MAX_LEADS, floor: floor - PARTY_PARTS.sameCountry };
    const leads = this.screener.alike(name, limits).map(({ id }) => id);
    const found = await new ResemblingVendors(tx, size).among(leads, asked, floor);
    return found
      .slice(0, MAX_CANDIDATES)
      .map(({ vendor, score, features, resembles }) => ({ ...vendor, score, features, resembles }));
  }
}

/** Most vendors that are named as candidates. */
const MAX_CANDIDATES = 50;

/** So many that resemble a name are looked at: some no longer go by it. */
const MAX_LEADS = 75;

/** So many namesakes are looked at at once. */
const BATCH = 200;

/** Who is asked about by a name; undefined where it is not by a name. */
const partyOf = (
  { by, ...clue }: VendorClue,
  country: string | undefined,
): AskedParty | undefined =>
  by === 'name' && 'text' in clue
    ? { name: nameFormOf(clue.text), country: country ?? null, identifiers: [] }
    : undefined;

const goesBy =
  (key: string) =>
  (vendor: Vendor): boolean =>
    namesInEffect(vendor).some(({ name }) => nameFormOf(name).key === key);

async function findBy(tx: EntityManager, clue: VendorClue, when: When): Promise<Vendor[]> {
  const vendors = new Vendors(tx);
  if (!('identifier' in clue)) return vendors.findAll([clue.text], when.size);
  const { scheme, value } = clue.identifier;
  const vendor = await vendors.byIdentifier(scheme, value, when);
  return vendor ? [vendor] : [];
}

/** Those whom some vendors are known as, once each, with whom they were merged with. */
async function knownAs(
  tx: EntityManager,
  vendors: readonly Vendor[],
  size: number,
): Promise<VendorRecord[]> {
  const merges = new VendorMerges(tx);
  const ids = vendors.map(({ id }) => id);
  const survivors = await merges.groups(ids, size);
  const known = await new Vendors(tx).findAll(
    ids.map((id) => survivors.get(id) ?? id),
    size,
  );
  return merges.tellAll(known, size);
}
