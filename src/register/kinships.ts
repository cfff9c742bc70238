import type { KnownExclusion } from '../exclusions/domain/exclusion';
import type { Affiliation } from '../vendors/domain/affiliation';
import type { Facts, Relative } from './domain/facts';
import { gathered } from '../database/gathered';

/** Vendors that are connected, with what excludes any of them. */
interface Kin {
  readonly relatives: Relative[];
  readonly exclusions: KnownExclusion[];
  readonly affiliations: Affiliation[];
}

/** Which vendors are connected with which, however far, and what excludes them. */
export class Kinships {
  private readonly kinOf = new Map<string, Kin>();
  private readonly ofArticles: readonly KnownExclusion[];

  constructor(
    vendors: readonly Relative[],
    exclusions: readonly KnownExclusion[],
    affiliations: readonly Affiliation[],
  ) {
    const neighbours = gathered(
      affiliations.flatMap(({ vendor, other }) => [
        [vendor, other] as const,
        [other, vendor] as const,
      ]),
    );
    for (const { id } of vendors) this.connect(id, neighbours);
    for (const vendor of vendors) this.kinOf.get(vendor.id)?.relatives.push(vendor);
    for (const one of affiliations) this.kinOf.get(one.vendor)?.affiliations.push(one);
    for (const exclusion of exclusions) {
      for (const kin of this.kinOfAll(namedIn(exclusion))) kin.exclusions.push(exclusion);
    }
    this.ofArticles = exclusions.filter(coversArticles);
  }

  /** Whether an exclusion names a vendor or anybody whom it is connected with. */
  isExcluded({ id }: Relative): boolean {
    return (this.kinOf.get(id)?.exclusions.length ?? 0) > 0;
  }

  /**
   * What is known around some vendors.
   *
   * @param articles whether exclusions of articles are to be there too, whomever they name
   * @param others exclusions that are to be there besides
   */
  around(
    vendors: readonly Relative[],
    articles: boolean,
    others: readonly KnownExclusion[],
  ): Pick<Facts, 'relatives' | 'exclusions' | 'affiliations'> {
    const barring = articles ? this.ofArticles : [];
    const ids = [...vendors.map(({ id }) => id), ...barring.flatMap(namedIn)];
    const kin = [...this.kinOfAll(ids)];
    const named = kin.flatMap(({ exclusions }) => exclusions);
    return {
      relatives: kin.flatMap(({ relatives }) => relatives),
      exclusions: [...new Set([...named, ...barring, ...others])],
      affiliations: kin.flatMap(({ affiliations }) => affiliations),
    };
  }

  private kinOfAll(ids: readonly string[]): Set<Kin> {
    return new Set(ids.flatMap((id) => this.kinOf.get(id) ?? []));
  }

  private connect(id: string, neighbours: ReadonlyMap<string, readonly string[]>): void {
    if (this.kinOf.has(id)) return;
    const kin: Kin = { relatives: [], exclusions: [], affiliations: [] };
    const waiting = [id];
    for (const one of waiting) {
      if (this.kinOf.has(one)) continue;
      this.kinOf.set(one, kin);
      waiting.push(...(neighbours.get(one) ?? []));
    }
  }
}

const namedIn = ({ timeline }: KnownExclusion): string[] => [
  ...new Set(timeline.flatMap(({ vendor }) => vendor ?? [])),
];

const coversArticles = ({ timeline }: KnownExclusion): boolean =>
  timeline.some(({ scope }) => scope.articles.length > 0);
