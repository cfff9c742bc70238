import type { EntityManager } from 'typeorm';
import { decide, type Decision } from '../../src/checks/domain/decide';
import type { Facts, KnownVendor } from '../../src/register/domain/facts';
import type { Question } from '../../src/checks/domain/question';
import type { ExclusionTimeline, Waiver } from '../../src/exclusions/domain/exclusion';
import { Exclusions } from '../../src/exclusions/exclusions';
import { Waivers } from '../../src/exclusions/waivers';
import type { EntryType } from '../../src/history/domain/entry';
import { History } from '../../src/history/history';
import { latestEntryOf } from '../../src/exclusions/domain/exclusion-timeline';
import type { Timeline } from '../../src/lists/domain/timeline';
import { Listings } from '../../src/lists/listings';
import { MatchDecisions, type NamedDecision } from '../../src/screening/decisions/match-decisions';
import { Affiliations } from '../../src/vendors/affiliations';
import type { Affiliation } from '../../src/vendors/domain/affiliation';
import type { Merge } from '../../src/vendors/domain/merge';
import type { Vendor } from '../../src/vendors/domain/vendor';
import { VendorMerges } from '../../src/vendors/vendor-merges';
import { Vendors } from '../../src/vendors/vendors';
import { aList, day } from './facts';

/** One thing that may come to be known, as it is told at the position of its entry. */
export type Fact =
  | { readonly of: 'vendor'; readonly tell: (entry: number) => Vendor }
  | { readonly of: 'listing'; readonly tell: (entry: number) => Timeline }
  | { readonly of: 'exclusion'; readonly tell: (entry: number) => ExclusionTimeline }
  | { readonly of: 'waiver'; readonly tell: (entry: number) => Waiver }
  | { readonly of: 'affiliation'; readonly tell: (entry: number) => Affiliation }
  | { readonly of: 'merge'; readonly tell: (entry: number) => Merge }
  | { readonly of: 'decision'; readonly tell: (entry: number) => NamedDecision };

type Told<Of extends Fact['of']> = ReturnType<Extract<Fact, { of: Of }>['tell']>;

/** What is known from one position on, until another; null: until now. */
interface Known {
  readonly of: Fact['of'];
  readonly value: unknown;
  readonly from: number;
  to: number | null;
}

const TYPE_OF = {
  vendor: 'vendor.registered',
  listing: 'listing.listed',
  exclusion: 'exclusion.imposed',
  waiver: 'waiver.granted',
  affiliation: 'affiliation.recorded',
  merge: 'vendor.merged',
  decision: 'screening.decided',
} as const satisfies Record<Fact['of'], EntryType>;

/**
 * A registry that is kept twice: as rows, and beside them as plain values, from which every answer is worked out anew
 * without leaving anything out.
 */
export class KeptTwice {
  private readonly known: Known[] = [];

  constructor(private tx: EntityManager) {}

  /** The same registry, in another transaction from now on. */
  within(tx: EntityManager): this {
    this.tx = tx;
    return this;
  }

  /** Lets a fact be known; one that does not fit to what is known is passed over. */
  async learn(fact: Fact): Promise<void> {
    if (!this.fits(fact)) return;
    const from = await this.enter(fact.of);
    const told = fact.tell(from);
    const value = fact.of === 'decision' ? this.asOfNow(told as NamedDecision) : told;
    this.known.push({ of: fact.of, value, from, to: null });
    await this.write(fact.of, value, from);
  }

  /** Lets the fact at a place among those that are known be known no longer; vendors stay. */
  async forget(place: number): Promise<void> {
    const open = this.known.filter(({ of, to }) => to === null && of !== 'vendor');
    const gone = open[place % open.length];
    if (!gone) return;
    gone.to = await this.enter(gone.of);
    await this.erase(gone.of, gone.value, gone.to);
  }

  /** What is to be answered at a size of the history, with everything that was known then. */
  decide(question: Question, size: number): Decision {
    return decide(question, this.everything(size));
  }

  private everything(size: number): Facts {
    const merges = this.told('merge', size);
    const knownAs = (id: string): string => {
      const merge = merges.find(({ duplicate }) => duplicate === id);
      return merge ? knownAs(merge.survivor) : id;
    };
    const listings = this.told('listing', size);
    const records = this.told('vendor', size).map((vendor): KnownVendor => ({
      ...vendor,
      listings: listings.filter(([first]) => first?.vendor === vendor.id),
    }));
    const vendors = records
      .filter(({ id }) => knownAs(id) === id)
      .map((vendor) =>
        joined(
          records.filter(({ id }) => knownAs(id) === vendor.id),
          vendor,
        ),
      );
    const asKnown = <Named extends { readonly vendor: string | null }>(one: Named): Named => ({
      ...one,
      vendor: one.vendor === null ? null : knownAs(one.vendor),
    });
    const waivers = this.told('waiver', size).map(asKnown);
    return {
      ...{ vendors, alike: [], decisions: this.told('decision', size), relatives: vendors },
      ...{ lists: LISTS.map((code) => aList({ code, name: code })) },
      exclusions: this.told('exclusion', size).map((timeline) => {
        const id = idOf(timeline);
        const own = waivers.filter(({ exclusion }) => exclusion === id);
        return { id, timeline: timeline.map(asKnown), waivers: own };
      }),
      affiliations: this.told('affiliation', size)
        .map((one) => ({ ...one, vendor: knownAs(one.vendor), other: knownAs(one.other) }))
        .filter(({ vendor, other }) => vendor !== other),
    };
  }

  private told<Of extends Fact['of']>(of: Of, size: number): Told<Of>[] {
    return this.known
      .filter((one) => one.of === of && one.from < size && (one.to === null || one.to >= size))
      .map(({ value }) => value as Told<Of>);
  }

  /** A decision about the records as they are. */
  private asOfNow(decision: NamedDecision): NamedDecision {
    const vendors = this.told('vendor', Infinity);
    const revisionOf = (id: string | null): number =>
      vendors.find((vendor) => vendor.id === id)?.revision ?? -1;
    const { subjectVendor, objectVendor, objectExclusion } = decision;
    const covering = this.told('exclusion', Infinity).find((one) => idOf(one) === objectExclusion);
    return {
      ...decision,
      subjectRevision: subjectVendor === null ? null : revisionOf(subjectVendor),
      objectRevision:
        objectVendor === null ? latestEntryOf(covering ?? []) : revisionOf(objectVendor),
    };
  }

  /** Nobody is merged twice, and nobody into whoever is merged; a waiver is of an exclusion that is known. */
  private fits({ of, tell }: Fact): boolean {
    const now = Infinity;
    if (of === 'merge') {
      const { duplicate, survivor } = tell(0);
      const merged = this.told('merge', now).map((merge) => merge.duplicate);
      return duplicate !== survivor && !merged.includes(duplicate) && !merged.includes(survivor);
    }
    if (of === 'affiliation') return tell(0).vendor !== tell(0).other;
    if (of === 'decision') return this.isFree(tell(0));
    if (of !== 'waiver') return true;
    const { exclusion } = tell(0);
    return this.told('exclusion', now).some(([first]) => first?.exclusion === exclusion);
  }

  /** Whether nothing is found of a pair yet, and there are both. */
  private isFree({ objectExclusion, ...pair }: NamedDecision): boolean {
    const { subjectVendor, objectVendor, subjectName } = pair;
    if (subjectVendor !== null && objectVendor !== null && subjectVendor >= objectVendor)
      return false;
    const known = this.told('exclusion', Infinity).some((one) => idOf(one) === objectExclusion);
    if (objectExclusion !== null && !known) return false;
    return !this.told('decision', Infinity).some(
      (one) =>
        one.subjectVendor === subjectVendor &&
        one.subjectName === subjectName &&
        one.objectVendor === objectVendor &&
        one.objectExclusion === objectExclusion,
    );
  }

  private enter(of: Fact['of']): Promise<number> {
    const actor = { id: 'system', kind: 'system', person: null } as const;
    const draft = { type: TYPE_OF[of], actor, before: null, after: null };
    return new History(this.tx).append(draft, day('2026-01-01'));
  }

  private write(of: Fact['of'], value: unknown, entry: number): Promise<void> {
    return rowsOf(this.tx)[of].write(value as never, entry);
  }

  private erase(of: Fact['of'], value: unknown, entry: number): Promise<void> {
    return rowsOf(this.tx)[of].erase(value as never, entry);
  }
}

type Rows = {
  readonly [Of in Fact['of']]: {
    readonly write: (value: Told<Of>, entry: number) => Promise<void>;
    readonly erase: (value: Told<Of>, entry: number) => Promise<void>;
  };
};

/** How facts are written as rows, and those rows closed. */
const rowsOf = (tx: EntityManager): Rows => ({
  vendor: {
    write: (vendor) => new Vendors(tx).insert([vendor]),
    erase: () => Promise.reject(new Error('Vendors stay.')),
  },
  listing: {
    write: (timeline, entry) => new Listings(tx).replace([], timeline, entry),
    erase: (timeline, entry) => new Listings(tx).replace(timeline, [], entry),
  },
  exclusion: {
    write: async (timeline, entry) => {
      await new Exclusions(tx).add(idOf(timeline), entry);
      await new Exclusions(tx).replace(idOf(timeline), [], timeline, entry);
    },
    erase: (timeline, entry) => new Exclusions(tx).replace(idOf(timeline), timeline, [], entry),
  },
  waiver: {
    write: (waiver, entry) => new Waivers(tx).replace(null, waiver, entry),
    erase: (waiver, entry) => new Waivers(tx).replace(waiver, null, entry),
  },
  affiliation: {
    write: (affiliation, entry) => new Affiliations(tx).replace(null, affiliation, entry),
    erase: (affiliation, entry) => new Affiliations(tx).replace(affiliation, null, entry),
  },
  merge: {
    write: (merge, entry) => new VendorMerges(tx).add(merge, entry),
    erase: (merge, entry) => new VendorMerges(tx).close(merge, entry),
  },
  decision: {
    write: (decision, entry) => new MatchDecisions(tx).replace(undefined, decision, entry),
    erase: (decision, entry) => new MatchDecisions(tx).replace(decision, null, entry),
  },
});

const idOf = (timeline: ExclusionTimeline): string => timeline[0]?.exclusion ?? '';

const LISTS = ['a-list', 'b-list'];

/** All records of one vendor as the one that it is known as. */
function joined(records: readonly KnownVendor[], vendor: KnownVendor): KnownVendor {
  const former = records.filter(({ id }) => id !== vendor.id);
  return {
    ...vendor,
    formerIds: former.map(({ id }) => id),
    formerRevisions: former.map(({ revision }) => revision),
    identifiers: records.flatMap(({ identifiers }) => identifiers),
    names: records.flatMap(({ names }) => names),
    listings: records.flatMap(({ listings }) => listings),
  };
}
