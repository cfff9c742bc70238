import { nameFormOf } from '../screening/domain/name-form';
import type { Thresholds } from '../screening/domain/thresholds';
import type { NamesAtHand } from './domain/names-at-hand';
import { MAX_CANDIDATES } from './domain/facts';
import { floorsOf, type NameLeads } from './likenesses';

/** Most records of anybody: some may be one vendor, or may have had the name once. */
const MOST_ANYBODY = 2 * MAX_CANDIDATES;

/** Most records of whoever is excluded, and most exclusions of articles. */
const MOST_EXCLUDED = 200;

/** Searches among names for what counts by some thresholds. */
export class LeadSearch {
  private readonly floors: Thresholds;

  constructor(
    private readonly names: Pick<NamesAtHand, 'alike' | 'alikeExcluded' | 'alikeArticles'>,
    thresholds: Thresholds,
  ) {
    this.floors = floorsOf(thresholds);
  }

  anybodyLike(name: string): string[] {
    const limits = { most: MOST_ANYBODY, floor: this.floors.candidate };
    return this.names.alike(nameFormOf(name), limits).map(({ id }) => id);
  }

  excludedLike(name: string): NameLeads {
    const limits = { most: MOST_EXCLUDED, floor: this.floors.deny };
    const form = nameFormOf(name);
    return {
      vendors: this.names.alikeExcluded(form, limits).map(({ id }) => id),
      articles: this.names.alikeArticles(form, limits).map(({ exclusion }) => exclusion),
    };
  }

  excludedLikeAny(names: readonly string[]): NameLeads {
    return joinedLeads([...new Set(names)].map((name) => this.excludedLike(name)));
  }
}

/** Leads together, each once. */
export const joinedLeads = (leads: readonly NameLeads[]): NameLeads => ({
  vendors: [...new Set(leads.flatMap(({ vendors }) => vendors))],
  articles: [...new Set(leads.flatMap(({ articles }) => articles))],
});
