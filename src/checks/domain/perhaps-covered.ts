import { holdsAt } from '../../clock/domain/period';
import type { CoveredArticle, ExclusionSegment } from '../../exclusions/domain/exclusion';
import type { Facts } from '../../register/domain/facts';
import { similarityOf } from '../../screening/domain/compare-names';
import { nameFormOf } from '../../screening/domain/name-form';
import { FLOOR } from '../../screening/domain/thresholds';
import { barOf, heldAt, reasonOf, type HeldExclusion } from './bar';
import { findingOnArticles, isSilenced, type Subject } from './findings';
import type { Identity } from './identify';
import { inThousandths } from './likeness';
import { SAY } from './messages';
import { pathTo } from './path-to';
import { sellersOf, type Case } from './perhaps-excluded';
import type { Question } from './question';
import type { Reason } from './reason';
import { SAY_OF_EXCLUSION } from './said-of-exclusions';
import { waivedBy, waiverFor } from './waive';

/** A name of the seller, and what a person may have found something of by it. */
interface OwnName {
  readonly name: string;
  readonly subjects: readonly Subject[];
}

/** A maker's name that one of the seller's is like. */
interface Likened {
  readonly name: string;
  readonly maker: string;
  readonly score: number;
}

/**
 * That the seller may be the maker of what an exclusion covers, where it is not told what is bought: by a name that is like
 * the maker's, or by what a person found. Where the exclusion comes to the seller itself, that is told already.
 *
 * @param told what is told besides
 */
export function likeMakers(
  { identity, question, facts, deny }: Case,
  told: readonly Reason[],
): Reason[] {
  if (question.purchase.items.length > 0) return [];
  const candidates = identity.vendor ? [identity.vendor] : identity.candidates;
  const own = namesOf(identity, question);
  return heldAt(facts.exclusions, question.at).flatMap((held) => {
    const { segment } = held;
    if (segment.scope.articles.length === 0) return [];
    if (candidates.some((one) => pathTo(one, segment, question, facts))) return [];
    if (told.some(({ exclusion }) => exclusion === segment.exclusion)) return [];
    if (barOf(segment, question.purchase).bars === false) return [];
    const likened = likenedIn(held, own, facts, deny);
    if (!likened) return [];
    const message = `${SAY.isMaker(likened.name, likened.maker)} ${SAY_OF_EXCLUSION.itemsUntold(
      likened.maker,
      segment,
    )}`;
    const about = { code: 'POSSIBLE_COVERED_ARTICLE', verdict: 'review', message } as const;
    const waiver = waiverFor(held, identity.vendor, question, []);
    return waivedBy(held, question, waiver, [reasonOf(segment, question, about)]);
  });
}

/** Whether a name of somebody who may be the seller may be like that of a maker of what is covered, whenever it is one. */
export function mayBeMaker(
  { scope }: ExclusionSegment,
  { vendor: { name } }: Question,
  { vendors }: Facts,
): boolean {
  const makers = scope.articles.flatMap(namesOfMaker);
  const own = vendors.flatMap(({ names }) => names.map((one) => one.name));
  return [...(name === null ? [] : [name]), ...own].some((one) =>
    makers.some((maker) => likenessOf(one, maker) >= FLOOR),
  );
}

/** The name that is given, and those that whoever is led to goes by. */
function namesOf(identity: Identity, { vendor: { name }, at }: Question): OwnName[] {
  const sellers = sellersOf(identity);
  const asked = identity.vendor ? [{ vendor: identity.vendor }] : [];
  return [
    ...(name === null ? [] : [{ name, subjects: [{ name }, ...asked] }]),
    ...sellers.flatMap((vendor) =>
      vendor.names
        .filter(({ effective }) => holdsAt(effective, at))
        .map((own) => ({ name: own.name, subjects: [{ vendor }] })),
    ),
  ];
}

/** The most alike of the seller's names and the makers'; where a person found them to be the same, that. */
function likenedIn(
  { segment: { exclusion, scope }, revision }: HeldExclusion,
  own: readonly OwnName[],
  { decisions }: Facts,
  deny: number,
): Likened | undefined {
  const makers = scope.articles.flatMap(namesOfMaker);
  const likened = own.flatMap(({ name, subjects }): Likened[] => {
    const found = subjects.map((one) =>
      findingOnArticles(one, { id: exclusion, revision }, decisions),
    );
    if (found.some(isSilenced)) return [];
    const same = found.some((one) => one?.finding === 'same');
    return makers
      .map((maker) => ({ name, maker, score: same ? 1 : likenessOf(name, maker) }))
      .filter(({ score }) => score >= deny);
  });
  return likened.sort(byLikeness)[0];
}

const byLikeness = (a: Likened, b: Likened): number =>
  b.score - a.score || (a.name + a.maker < b.name + b.maker ? -1 : 1);

const namesOfMaker = ({ manufacturer, aliases }: CoveredArticle): string[] => [
  manufacturer,
  ...aliases,
];

const likenessOf = (name: string, maker: string): number =>
  inThousandths(similarityOf(nameFormOf(name), nameFormOf(maker)));
