import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { History } from '../history/history';
import { ConsideredChecks, type OfReference } from './considered-checks';
import type { AwardedPurchase } from './domain/awarded-purchase';
import { coverageOf, type Coverage } from './domain/coverage';
import type { Finding } from './domain/finding';
import type { Meant } from './domain/meant-vendor';
import type { GivenPurchase } from './given-purchase';
import { MeantVendors } from './meant-vendors';
import { readPurchase, type ReadPurchase } from './read-purchase';

/** How purchases are looked at. */
export interface CoverageTerms {
  /** ISO 8601 duration: how old a check may be at an award; left out: as old as it says itself. */
  readonly maxAge?: string | undefined;
  /** Code of the agency of all purchases that name none. */
  readonly agency?: string | undefined;
}

/** A purchase and what is found of it. */
export interface FoundPurchase extends Omit<Coverage, 'finding'> {
  readonly purchase: ReadPurchase;
  /** Id of the vendor that it was from, as it is known now; null where nobody is known, or it is not clear whom. */
  readonly vendor: string | null;
  readonly finding: Finding;
}

/** All purchases in the order given, and the history position that it rests on who is who. */
export interface FoundCoverage {
  readonly position: number;
  readonly purchases: readonly FoundPurchase[];
}

/** Purchases that are looked at in one statement. */
const AT_ONCE = 5000;

/** How long one statement may take: of some vendors there are millions of checks. */
const LOOKING_MS = 60_000;

/** Which purchases had a check that could be relied on when they were awarded. */
@Injectable()
export class FindCoverage {
  /** Most checks of one reference that are looked through. */
  protected readonly most: number = 1000;

  constructor(private readonly dataSource: DataSource) {}

  /** Looks at all purchases in one snapshot of what is recorded; what is wrong with one is told of it alone. */
  execute(given: readonly GivenPurchase[], terms: CoverageTerms): Promise<FoundCoverage> {
    const agency = terms.agency ?? null;
    return this.dataSource.transaction('REPEATABLE READ', async (tx) => {
      await tx.query(`SET LOCAL statement_timeout = ${LOOKING_MS}`);
      const { size: position } = await new History(tx).head();
      const purchases: FoundPurchase[] = [];
      for (let from = 0; from < given.length; from += AT_ONCE) {
        const read = given
          .slice(from, from + AT_ONCE)
          .map((purchase) => readPurchase(purchase, { agency }));
        purchases.push(...(await this.look(tx, read, terms.maxAge ?? null)));
      }
      return { position, purchases };
    });
  }

  private async look(
    tx: EntityManager,
    read: readonly ReadPurchase[],
    maxAge: string | null,
  ): Promise<FoundPurchase[]> {
    const readable = read.filter(({ faults }) => faults.length === 0);
    const meant = await new MeantVendors(tx).of(readable);
    const found = new Map<ReadPurchase, FoundPurchase>();
    const awards: Award[] = [];
    for (const [index, purchase] of readable.entries()) {
      const award = awardOf(purchase, meant[index]);
      if ('unclear' in award) found.set(purchase, unreadable(purchase, [award.unclear]));
      else awards.push(award);
    }
    const checks = await this.checksFor(tx, awards);
    for (const [index, award] of awards.entries()) {
      found.set(award.purchase, foundOf(award, checks[index] ?? [], maxAge));
    }
    return read.map((purchase) => found.get(purchase) ?? unreadable(purchase, purchase.faults));
  }

  private async checksFor(tx: EntityManager, awards: readonly Award[]): Promise<OfReference[]> {
    const checks = new ConsideredChecks(tx);
    const references = new Set(awards.flatMap(({ awarded }) => awarded.reference ?? []));
    const named = await checks.withReferences([...references], this.most);
    const unnamed = awards.filter(({ awarded }) => awarded.reference === null);
    const last = await checks.lastOfVendors(unnamed.map(({ awarded }) => awarded));
    const ofUnnamed = new Map(unnamed.map((award, index) => [award, last.get(index)]));
    return awards.map((award) => {
      const { reference } = award.awarded;
      if (reference !== null) return named.get(reference) ?? [];
      const check = ofUnnamed.get(award);
      return check ? [check] : [];
    });
  }
}

/** A purchase that can be looked up. */
interface Award {
  readonly purchase: ReadPurchase;
  readonly vendor: string | null;
  readonly awarded: AwardedPurchase;
}

function awardOf(purchase: ReadPurchase, meant: Meant | undefined): Award | { unclear: string } {
  const { awardedAt } = purchase;
  if (!meant || !awardedAt)
    throw new Error('A purchase that was read says neither whose nor when.');
  if ('unclear' in meant) return meant;
  const { vendor, records } = meant;
  return { purchase, vendor, awarded: { ...purchase, vendors: records, awardedAt } };
}

function foundOf(
  { purchase, vendor, awarded }: Award,
  checks: OfReference,
  maxAge: string | null,
): FoundPurchase {
  if (checks === 'too-many') return { ...unreadable(purchase, [NOTHING_APART]), vendor };
  return { purchase, vendor, ...coverageOf(awarded, checks, maxAge) };
}

const NOTHING_APART = 'so many checks have this reference that it tells no purchase apart';

function unreadable(purchase: ReadPurchase, faults: readonly string[]): FoundPurchase {
  const message = `Not looked up: ${faults.join('; ')}.`;
  return {
    ...{ purchase, vendor: null, finding: 'unreadable' },
    ...{ check: null, matchedBy: null, message },
  };
}
