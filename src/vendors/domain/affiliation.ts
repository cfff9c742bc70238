import { intersect, type Period } from '../../clock/domain/period';
import { AffiliationExists, AffiliationNotInEffect } from './errors';

/** How two vendors belong together, as it is kept. */
export const AFFILIATION_KINDS = [
  'subsidiary',
  'successor',
  'affiliate',
  'common-control',
] as const;

export type AffiliationKind = (typeof AFFILIATION_KINDS)[number];

/** How it is said of one of the two. A parent is kept as the other's subsidiary, a predecessor as a successor. */
export const RELATIONS = [...AFFILIATION_KINDS, 'parent', 'predecessor'] as const;

export type Relation = (typeof RELATIONS)[number];

/** A dated relation of two vendors. */
export interface Affiliation {
  /** UUIDv7. */
  readonly id: string;
  readonly kind: AffiliationKind;
  /** The parent, the predecessor, or either of the two. */
  readonly vendor: string;
  /** Its subsidiary, its successor, or the other of the two. */
  readonly other: string;
  readonly effective: Period;
  /** Position of the entry that it rests on. */
  readonly entry: number;
}

/** What an affiliation says, whoever the two are and whenever it holds. */
export type Bond = Pick<Affiliation, 'kind' | 'vendor' | 'other'>;

/** What another vendor is to one, as it is kept: "the other is its parent" makes it a subsidiary of that other. */
export function bondOf(vendor: string, relation: Relation, other: string): Bond {
  return relation === 'parent' || relation === 'predecessor'
    ? { kind: SEEN_FROM_HERE[relation], vendor: other, other: vendor }
    : { kind: relation, vendor, other };
}

const SEEN_FROM_HERE = { parent: 'subsidiary', predecessor: 'successor' } as const;

/** An affiliation as it is said of one of the two. */
export interface AffiliationSeen {
  /** What the other vendor is to this one. */
  readonly relation: Relation;
  /** Id of the other vendor. */
  readonly other: string;
}

const SEEN_FROM_THERE = {
  subsidiary: 'parent',
  successor: 'predecessor',
  affiliate: 'affiliate',
  'common-control': 'common-control',
} as const satisfies Record<AffiliationKind, Relation>;

/** @param vendor id of either of the two */
export const seenFrom = (vendor: string, bond: Bond): AffiliationSeen =>
  vendor === bond.vendor
    ? { relation: bond.kind, other: bond.other }
    : { relation: SEEN_FROM_THERE[bond.kind], other: bond.vendor };

/**
 * Refuses to say the same of two vendors twice in one time.
 *
 * @param known affiliations of either
 * @throws {AffiliationExists} naming the one that says so already
 */
export function requireNew(
  bond: Bond & Pick<Affiliation, 'effective'>,
  known: readonly Affiliation[],
): void {
  const { relation, other } = seenFrom(bond.vendor, bond);
  const same = known.find((affiliation) => {
    const seen = seenFrom(bond.vendor, affiliation);
    const overlaps = intersect(affiliation.effective, bond.effective) !== null;
    return seen.relation === relation && seen.other === other && overlaps;
  });
  if (same) throw new AffiliationExists(bond.vendor, bond.other, same.id);
}

/**
 * The affiliation as it is when it ends at an instant; null where nothing is left of it, so that it never was.
 *
 * @throws {AffiliationNotInEffect} when it has ended by then
 */
export function endAffiliation(affiliation: Affiliation, at: Date): Affiliation | null {
  const { id, effective } = affiliation;
  if (effective.to !== null && effective.to <= at) {
    throw new AffiliationNotInEffect(id, effective.to);
  }
  const left = intersect(effective, { from: null, to: at });
  return left && { ...affiliation, effective: left };
}

/** What the history says of an affiliation. */
export const saidOfAffiliation = ({
  id,
  kind,
  vendor,
  other,
  effective,
}: Omit<Affiliation, 'entry'>) => ({
  ...{ id, kind, vendor, other, effective },
});
