import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../clock/clock';
import { History } from '../history/history';
import type { Violation } from '../problems/registry-error';
import { parseIdentifiers } from '../vendors/domain/identifier';
import type { Identifier } from '../vendors/domain/vendor';
import { ResemblingVendors, type ResemblingVendor } from '../vendors/resembling-vendors';
import { Vendors } from '../vendors/vendors';
import { decisionsOnName } from './decisions-on-name';
import type { AskedParty } from './domain/compare-parties';
import type { MatchDecision } from './domain/match-decision';
import { nameFormOf, type NameForm } from './domain/name-form';
import { FLOOR } from './domain/thresholds';
import { excludedAmong, type When } from './excluded-among';
import { screenArticles, type ResemblingMaker } from './screen-articles';
import { Screener } from './screener';

/** Whom to look for. */
export interface AskedScreening {
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string | undefined;
  readonly identifiers: readonly Identifier[];
  /** Among all vendors, or those alone that an exclusion in effect names or reaches. */
  readonly against: 'all' | 'excluded';
  /** Most candidates, and most exclusions of articles. */
  readonly limit: number;
}

/** What persons found of the name asked and a candidate. */
interface Found {
  /** What still counts; null where nothing does. */
  readonly decision: MatchDecision | null;
}

/** A vendor that may be meant, with the ids of the exclusions in effect that name or reach it. */
export interface ScreenedVendor extends ResemblingVendor, Found {
  readonly exclusions: readonly string[];
}

/** A maker of covered articles that may be meant. */
export type ScreenedMaker = ResemblingMaker & Found;

/** Whom a name may mean, down to the floor of a search. */
export interface Screening {
  readonly form: NameForm;
  /** The most alike first. */
  readonly candidates: readonly ScreenedVendor[];
  readonly articles: readonly ScreenedMaker[];
  /** What is doubtful about the identifiers. */
  readonly warnings: readonly Violation[];
  /** The history position (number of entries) that it rests on. */
  readonly position: number;
}

/** Looks for whom a name may mean, as known now. Records nothing, and permits nothing. */
@Injectable()
export class ScreenName {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly screener: Screener,
  ) {}

  /**
   * @throws {MalformedIdentifier} naming each that breaks its format
   * @throws {RegisterNotLoaded} when names can't be looked for yet
   */
  async execute(asked: AskedScreening): Promise<Screening> {
    const { identifiers, warnings } = parseIdentifiers(asked.identifiers, '/identifiers');
    const party = { name: nameFormOf(asked.name), country: asked.country ?? null, identifiers };
    await this.screener.fresh();
    return this.dataSource.transaction('REPEATABLE READ', async (tx) => {
      const history = new History(tx);
      const { size } = await history.head();
      const when = { at: await history.present(this.clock.now()), size };
      const all = await this.vendors(tx, party, when);
      const wanted = asked.against === 'all' ? all : all.filter(isExcluded);
      const vendors = wanted.slice(0, asked.limit);
      const makers = await screenArticles(tx, this.makersLike(party.name), party.name, when);
      const articles = makers.slice(0, asked.limit);
      const objects = [
        ...vendors.flatMap(recordsOf),
        ...articles.map(({ exclusion }) => exclusion),
      ];
      const decisions = await decisionsOnName(tx, party.name.key, objects, size);
      return {
        ...{ form: party.name, warnings, position: size },
        candidates: vendors.map((one) => ({
          ...one,
          decision: foundOf(decisions, recordsOf(one)),
        })),
        articles: articles.map((one) => ({
          ...one,
          decision: foundOf(decisions, [one.exclusion]),
        })),
      };
    });
  }

  /** Those that are alike, and whoever holds one of the identifiers, however unlike. */
  private async vendors(
    tx: EntityManager,
    asked: AskedParty,
    when: When,
  ): Promise<(ResemblingVendor & { readonly exclusions: readonly string[] })[]> {
    const resembling = new ResemblingVendors(tx, when.size);
    const alike = await resembling.among(this.vendorsLike(asked.name), asked, FLOOR);
    const holders = await resembling.among(await holdersOf(tx, asked, when), asked, 0);
    const known = new Set(alike.map(({ vendor }) => vendor.id));
    const found = [...alike, ...holders.filter(({ vendor }) => !known.has(vendor.id))];
    const excluded = await excludedAmong(
      tx,
      found.map(({ vendor }) => vendor.id),
      when,
    );
    return found
      .map((one) => ({ ...one, exclusions: excluded.get(one.vendor.id) ?? [] }))
      .sort((one, other) => other.score - one.score);
  }

  /** Among the excluded it is looked apart, so that no number of others keeps one of them out. */
  private vendorsLike(name: NameForm): string[] {
    if (name.key === '') return [];
    const found = [
      ...this.screener.alikeExcluded(name, LIMITS),
      ...this.screener.alike(name, LIMITS),
    ];
    return [...new Set(found.map(({ id }) => id))];
  }

  private makersLike(name: NameForm): string[] {
    if (name.key === '') return [];
    return this.screener.alikeArticles(name, LIMITS).map(({ exclusion }) => exclusion);
  }
}

/** So many leads are looked at, of each kind: some no longer go by the name. */
const LIMITS = { most: 75, floor: FLOOR };

/** Ids of whoever holds one of the identifiers now. */
async function holdersOf(
  tx: EntityManager,
  { identifiers }: AskedParty,
  when: When,
): Promise<string[]> {
  const found: string[] = [];
  for (const { scheme, value } of identifiers) {
    const holder = await new Vendors(tx).byIdentifier(scheme, value, when);
    if (holder) found.push(holder.id);
  }
  return found;
}

const isExcluded = ({ exclusions }: { readonly exclusions: readonly string[] }): boolean =>
  exclusions.length > 0;

const recordsOf = ({ vendor }: ResemblingVendor): string[] => [vendor.id, ...vendor.mergedFrom];

const foundOf = (
  decisions: readonly MatchDecision[],
  objects: readonly string[],
): MatchDecision | null =>
  decisions.find(({ objectVendor, objectExclusion }) =>
    objects.includes(objectVendor ?? objectExclusion ?? ''),
  ) ?? null;
