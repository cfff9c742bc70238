import type { EntityManager } from 'typeorm';
import type { Authority } from '../history/domain/authority';
import { ApprovedLists } from '../lists/approved-lists';
import type { ApprovedList } from '../lists/domain/approved-list';
import type { Timeline } from '../lists/domain/timeline';
import { Listings } from '../lists/listings';
import { RegistryError } from '../problems/registry-error';
import type { ImportedListing } from '../proposals/domain/proposal';
import { planChange, type SingleChange } from '../proposals/plan-content';
import { normaliseName } from '../screening/domain/normalise-name';
import { holdsStill } from '../vendors/domain/vendor';
import { Vendors } from '../vendors/vendors';
import type { ImportRow, ReadFile, Remark } from './domain/import-row';
import { matchRows, type Known, type MatchedRow } from './domain/match-rows';

/** What a file would change, row by row, as the facts are now. */
export interface ImportPlan {
  /** A listing for each row that is accepted, in the order of the file. */
  readonly listings: readonly ImportedListing[];
  /** How many vendors are to be registered. */
  readonly newVendors: number;
  readonly refused: readonly Remark[];
  readonly warnings: readonly Remark[];
}

export interface ImportTerms {
  /** Code of the list. */
  readonly list: string;
  readonly authority: Authority;
  readonly now: Date;
  /** Told after each row. */
  readonly onRow: () => void;
}

/**
 * Finds the vendor of each row and tries its listing, on top of those of the rows before; a row that can't be is refused.
 *
 * @throws {ListNotFound} when there is no such list
 */
export async function planImport(
  tx: EntityManager,
  file: ReadFile,
  terms: ImportTerms,
): Promise<ImportPlan> {
  const list = await new ApprovedLists(tx).read(terms.list);
  const { matched, refused, warnings } = matchRows(file.rows, await knownTo(tx, file.rows));
  const trial = new Trial(tx, list, terms);
  for (const row of matched) await trial.take(row);
  const listings = trial.accepted.map(listingOf);
  const added = listings.map(({ vendor }) => vendor).filter((vendor) => typeof vendor !== 'string');
  return {
    listings,
    newVendors: new Set(added).size,
    refused: [...file.refused, ...refused, ...trial.refused],
    warnings: [...file.warnings, ...warnings],
  };
}

/** What the registry knows of whom the rows may mean. */
async function knownTo(tx: EntityManager, rows: readonly ImportRow[]): Promise<Known> {
  const vendors = new Vendors(tx);
  const holdings = await vendors.holdings(rows.flatMap(({ identifiers }) => identifiers));
  const holders = holdings.filter(holdsStill).map(({ vendor }) => vendor);
  return {
    holdings,
    vendors: [
      ...(await vendors.findAll(holders)),
      ...(await vendors.goingBy(rows.map(({ name }) => normaliseName(name)))),
    ],
  };
}

/** Listings tried one after another, none of them made. */
class Trial {
  readonly accepted: MatchedRow[] = [];
  readonly refused: Remark[] = [];
  private readonly standing = new Map<MatchedRow['vendor'], readonly Timeline[]>();

  constructor(
    private readonly tx: EntityManager,
    private readonly list: ApprovedList,
    private readonly terms: ImportTerms,
  ) {}

  async take(matched: MatchedRow): Promise<void> {
    const standing = this.standing.get(matched.vendor) ?? (await this.standingOf(matched));
    try {
      const planned = planChange(this.changeOf(matched), this.list, standing, this.terms.now);
      const made = planned.map(({ plan }) => plan.after);
      this.standing.set(matched.vendor, [...standing, ...made]);
      this.accepted.push(matched);
    } catch (error) {
      if (!(error instanceof RegistryError)) throw error;
      this.refused.push({ place: matched.row.place, words: error.message });
    }
    this.terms.onRow();
  }

  private async standingOf({ vendor }: MatchedRow): Promise<readonly Timeline[]> {
    return 'id' in vendor ? new Listings(this.tx).of(vendor.id, this.list.code) : [];
  }

  private changeOf({ row, vendor }: MatchedRow): SingleChange {
    const { contractNumber, categories, effectiveFrom, effectiveTo } = row;
    return {
      ...{ action: 'list', list: this.list.code, authority: this.terms.authority },
      ...{ contractNumber, categories, effectiveFrom, effectiveTo },
      vendor: 'id' in vendor ? vendor.id : vendor.name,
    };
  }
}

function listingOf({ row, vendor }: MatchedRow): ImportedListing {
  const { contractNumber, categories, effectiveFrom, effectiveTo } = row;
  const listing = { contractNumber, categories, effectiveFrom, effectiveTo };
  return { vendor: 'id' in vendor ? vendor.id : vendor, ...listing };
}
