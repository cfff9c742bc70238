import type { EntityManager } from 'typeorm';
import { segmentAt } from '../clock/domain/segments';
import type { ExclusionSegment } from '../exclusions/domain/exclusion';
import { Exclusions } from '../exclusions/exclusions';
import { compareNames, type Comparison } from './domain/compare-names';
import { nameFormOf, type NameForm } from './domain/name-form';
import { FLOOR } from './domain/thresholds';
import type { When } from './excluded-among';

/** A maker of covered articles that a name may mean. */
export interface ResemblingMaker extends Comparison {
  /** Id of the exclusion that covers the articles. */
  readonly exclusion: string;
  /** As the exclusion names it. */
  readonly manufacturer: string;
  /** The most alike of its names: the manufacturer's, or an alias. */
  readonly resembles: string;
}

/**
 * Those of some exclusions in effect that cover articles of a maker whose name is like the one asked, each by its most alike maker; the most alike first.
 *
 * @param leads ids of exclusions that an index of names led to
 */
export async function screenArticles(
  tx: EntityManager,
  leads: readonly string[],
  asked: NameForm,
  { at, size }: When,
): Promise<ResemblingMaker[]> {
  const known = await new Exclusions(tx).byIds(leads, size);
  return known
    .map(({ timeline }) => segmentAt(timeline, at))
    .flatMap((segment) => (segment && mostAlike(segment, asked)) ?? [])
    .filter(({ score }) => score >= FLOOR)
    .sort((one, other) => other.score - one.score);
}

function mostAlike(
  { exclusion, scope }: ExclusionSegment,
  form: NameForm,
): ResemblingMaker | undefined {
  const [first, ...others] = scope.articles.flatMap(({ manufacturer, aliases }) =>
    [manufacturer, ...aliases].map((resembles) => ({
      ...{ exclusion, manufacturer, resembles },
      ...compareNames(form, nameFormOf(resembles)),
    })),
  );
  return first && others.reduce((one, other) => (other.score > one.score ? other : one), first);
}
