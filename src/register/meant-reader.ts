import type { EntityManager } from 'typeorm';
import { gathered } from '../database/gathered';
import {
  MATCH_DECISION_COLUMNS,
  matchDecisionOf,
  type MatchDecisionRow,
} from '../screening/decisions/match-decision-row';
import type { MatchDecision } from '../screening/domain/match-decision';
import { nameFormOf } from '../screening/domain/name-form';
import { DEFAULT_THRESHOLDS } from '../screening/domain/thresholds';
import { VendorMerges } from '../vendors/vendor-merges';
import type { Clues } from './domain/clues';
import { MAX_CANDIDATES } from './domain/facts';
import type { NamesAtHand } from './domain/names-at-hand';
import { foundSame, indexDecisions, type KnownDecisions } from './known-decisions';
import { vendorsIn, type NameLeads } from './likenesses';
import { NameScreener } from './memory/name-screener';
import { VendorNames } from './memory/vendor-names';
import { VendorSlots } from './memory/vendor-slots';
import { ReadLeads } from './read-leads';

/** Whom and what some questions may be about. */
export interface Meant {
  /** Ids of the records of vendors. */
  readonly vendors: readonly string[];
  /** Whether every exclusion that covers articles is. */
  readonly articles: boolean;
  /** Ids of exclusions of articles whose makers may be meant. */
  readonly covering: readonly string[];
  readonly decisions: KnownDecisions;
  readonly leads: ReadLeads;
}

/** A name that somebody was known by. */
interface Named {
  readonly id: string;
  readonly name: string;
}

/** Finds whom questions may mean, as known at one size of the history. */
export class MeantReader {
  constructor(
    private readonly tx: EntityManager,
    private readonly size: number,
    private readonly atHand: NamesAtHand | undefined,
  ) {}

  async read(questions: readonly Clues[]): Promise<Meant> {
    const articles = questions.some(({ items }) => items);
    const thresholds = questions[0]?.thresholds ?? DEFAULT_THRESHOLDS;
    const atHand = questions.length === 0 ? NO_NAMES : this.atHand;
    const leads = await ReadLeads.open(this.tx, this.size, { atHand, thresholds });
    const names = [...new Set(questions.flatMap(({ name }) => name ?? []))];
    const makers = [...new Set(questions.flatMap((question) => question.makers))];
    const ofNames = await this.decisionsOnNames([...names.map(keyOf), ...makers]);
    const namesakes = await this.namesakes(names.map(keyOf), leads);
    const sellers = [
      ...(await this.identified(questions)),
      ...[...namesakes.values()].flat(),
      ...names.flatMap((name) => foundSame(name, indexDecisions(ofNames))),
    ];
    const records = await new VendorMerges(this.tx).allRecords([...new Set(sellers)], this.size);
    const decisions = [...ofNames, ...(await this.decisionsOnVendors(records))];
    const nobodys = names.filter((name) => namesakes.get(keyOf(name))?.length === 0);
    const close = await this.closeTo({ names, nobodys, records }, leads);
    const others = [
      ...[...close.vendors, ...decisions.flatMap(vendorsIn)],
      ...[...(await this.namesakes(makers, leads)).values()].flat(),
      ...(articles ? await this.namedWithArticles() : []),
    ];
    return {
      vendors: [...new Set([...records, ...others])],
      covering: [
        ...close.articles,
        ...decisions.flatMap(({ objectExclusion }) => objectExclusion ?? []),
      ],
      ...{ articles, leads, decisions: indexDecisions(decisions) },
    };
  }

  /** Whoever has, had or will have an identifier. */
  private async identified(questions: readonly Clues[]): Promise<string[]> {
    const all = questions.flatMap(({ identifiers }) => identifiers);
    const held = all.filter(({ scheme }) => scheme !== 'id');
    const ids = all.filter(({ scheme }) => scheme === 'id').map(({ value }) => value);
    const rows = await this.tx.query<{ id: string }[]>(
      `SELECT vendor_id AS id FROM vendor_identifier
         JOIN unnest($2::text[], $3::text[]) AS asked (scheme, value) USING (scheme, value)
       WHERE recorded @> ($1::bigint - 1)
       UNION SELECT unnest($4::uuid[])`,
      [this.size, held.map(({ scheme }) => scheme), held.map(({ value }) => value), ids],
    );
    return rows.map(({ id }) => id);
  }

  /** Whoever goes or went by names with these keys; of one name no more than can be named as candidates and one. */
  private async namesakes(
    keys: readonly string[],
    leads: ReadLeads,
  ): Promise<Map<string, string[]>> {
    const named = await this.namesOf(keys.flatMap((key) => leads.namesakes(key)));
    const byKey = gathered(named.map(({ id, name }) => [keyOf(name), id] as const));
    const first = (ids: readonly string[]): string[] =>
      [...new Set(ids)].sort().slice(0, MAX_CANDIDATES + 1);
    return new Map(keys.map((key) => [key, first(byKey.get(key) ?? [])]));
  }

  /** Whoever and whatever may be like a name that is asked for, or one of those who are led to. */
  private async closeTo(
    { names, nobodys, records }: Readonly<Record<'names' | 'nobodys' | 'records', string[]>>,
    leads: ReadLeads,
  ): Promise<NameLeads> {
    const own = (await this.namesOf(records)).map(({ name }) => name);
    const anybody = nobodys.flatMap((name) => leads.anybodyLike(name));
    const { vendors, articles } = leads.excludedLikeAny([...names, ...own]);
    return { vendors: [...vendors, ...anybody], articles };
  }

  private namesOf(vendors: readonly string[]): Promise<Named[]> {
    return this.tx.query<Named[]>(
      `SELECT vendor_id AS id, name FROM vendor_name
       WHERE vendor_id = ANY($2::uuid[]) AND recorded @> ($1::bigint - 1)`,
      [this.size, vendors],
    );
  }

  private async namedWithArticles(): Promise<string[]> {
    const rows = await this.tx.query<{ id: string }[]>(
      `SELECT DISTINCT vendor_id AS id FROM exclusion_terms
       WHERE covers_articles AND vendor_id IS NOT NULL AND recorded @> ($1::bigint - 1)`,
      [this.size],
    );
    return rows.map(({ id }) => id);
  }

  /** What was found of some names. They are few, and their keys are made anew: a release may make others of them. */
  private async decisionsOnNames(keys: readonly string[]): Promise<MatchDecision[]> {
    if (keys.length === 0) return [];
    const decisions = await this.decisions('d.subject_id IS NULL', []);
    const asked = new Set(keys);
    return decisions.filter(({ subjectName }) => subjectName !== null && asked.has(subjectName));
  }

  private decisionsOnVendors(vendors: readonly string[]): Promise<MatchDecision[]> {
    return this.decisions(`(d.subject_id = ANY($2::uuid[]) OR d.object_id = ANY($2::uuid[]))`, [
      vendors,
    ]);
  }

  private async decisions(
    condition: string,
    parameters: readonly unknown[],
  ): Promise<MatchDecision[]> {
    const rows = await this.tx.query<MatchDecisionRow[]>(
      `SELECT ${MATCH_DECISION_COLUMNS} FROM match_decision d
       WHERE d.recorded @> ($1::bigint - 1) AND ${condition}`,
      [this.size, ...parameters],
    );
    return rows.map(matchDecisionOf);
  }
}

/** Where nothing is asked, no names are needed. */
const NO_NAMES = new NameScreener(Infinity, new VendorNames(), new VendorSlots());

const keyOf = (name: string): string => nameFormOf(name).key;
