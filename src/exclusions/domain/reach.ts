import { holdsAt } from '../../clock/domain/period';
import type { Affiliation, Relation } from '../../vendors/domain/affiliation';
import type { Reach } from './exclusion';

/** One step from a vendor to another that belongs to it. */
export interface Step {
  /** The vendor that the step leads to. */
  readonly to: string;
  /** What that one is to the vendor before. */
  readonly relation: Relation;
  /** Position of the entry that the relation rests on. */
  readonly entry: number;
}

/** Steps from an excluded vendor to another. */
export type Path = readonly Step[];

/**
 * Everybody whom an exclusion of a vendor reaches at an instant, with the shortest way there.
 *
 * Control is followed up to whoever controls the vendor and from there down: to all that are under common control, but
 * not from a subsidiary up to another who controls it too. Circles of ownership end where they began.
 *
 * @source FAR 9.403 "Affiliates"; Pub. L. 115-91 s.1634(a)
 */
export function reachOf(
  vendor: string,
  reaches: readonly Reach[],
  affiliations: readonly Affiliation[],
  at: Date,
): ReadonlyMap<string, Path> {
  const edges = edgesAt(affiliations, at);
  const paths = new Map<string, Path>();
  const seen = new Set([keyOf(vendor, 'up')]);
  const waiting: Place[] = [{ vendor, turn: 'up', path: [] }];
  for (const place of waiting) {
    for (const next of stepsFrom(place, edges, reaches)) {
      if (seen.has(keyOf(next.vendor, next.turn))) continue;
      seen.add(keyOf(next.vendor, next.turn));
      waiting.push(next);
      if (next.vendor !== vendor && !paths.has(next.vendor)) paths.set(next.vendor, next.path);
    }
  }
  return paths;
}

/** Which ways are open: `up` all of them, `side` to equals and down, `down` only down. */
type Turn = 'up' | 'side' | 'down';

interface Place {
  readonly vendor: string;
  readonly turn: Turn;
  readonly path: Path;
}

interface Edge extends Step {
  readonly from: string;
}

type Edges = ReadonlyMap<string, readonly Edge[]>;

const keyOf = (vendor: string, turn: Turn): string => `${vendor} ${turn}`;

function edgesOf({ kind, vendor, other, entry }: Affiliation): Edge[] {
  const back = { subsidiary: 'parent', successor: 'predecessor' } as const;
  const there: Edge = { from: vendor, to: other, relation: kind, entry };
  const relation = kind === 'subsidiary' || kind === 'successor' ? back[kind] : kind;
  return [there, { from: other, to: vendor, relation, entry }];
}

/** Edges that were worked out: in one decision, every exclusion is followed over the same affiliations at one instant. */
const EDGES = new WeakMap<readonly Affiliation[], Map<number, Edges>>();

function edgesAt(affiliations: readonly Affiliation[], at: Date): Edges {
  const known = EDGES.get(affiliations) ?? new Map<number, Edges>();
  EDGES.set(affiliations, known);
  const instant = at.getTime();
  const edges =
    known.get(instant) ?? edgesFrom(affiliations.filter(({ effective }) => holdsAt(effective, at)));
  known.set(instant, edges);
  return edges;
}

/** Edges by the vendor that they lead from, each vendor's in the order of their entries. */
function edgesFrom(affiliations: readonly Affiliation[]): Edges {
  const edges = new Map<string, Edge[]>();
  const inOrder = [...affiliations].sort((a, b) => a.entry - b.entry || (a.id < b.id ? -1 : 1));
  for (const edge of inOrder.flatMap(edgesOf)) {
    const others = edges.get(edge.from);
    if (others) others.push(edge);
    else edges.set(edge.from, [edge]);
  }
  return edges;
}

function stepsFrom(
  { vendor, turn, path }: Place,
  edges: Edges,
  reaches: readonly Reach[],
): Place[] {
  return (edges.get(vendor) ?? []).flatMap(({ from: _, ...step }) => {
    const next = turnAfter(step.relation, turn, reaches);
    return next ? [{ vendor: step.to, turn: next, path: [...path, step] }] : [];
  });
}

/** Which ways are open after a step, or null where it may not be taken. */
const turnAfter = (relation: Relation, turn: Turn, reaches: readonly Reach[]): Turn | null =>
  AFTER[relation](turn, reaches);

const reachesAll = (reaches: readonly Reach[]): boolean => reaches.includes('common-control');

const toEquals = (turn: Turn, reaches: readonly Reach[]): Turn | null =>
  reachesAll(reaches) && turn !== 'down' ? 'side' : null;

const AFTER: Readonly<Record<Relation, (turn: Turn, reaches: readonly Reach[]) => Turn | null>> = {
  subsidiary: (_, reaches) =>
    reachesAll(reaches) || reaches.includes('subsidiaries') ? 'down' : null,
  parent: (turn, reaches) => (reachesAll(reaches) && turn === 'up' ? 'up' : null),
  successor: (turn, reaches) => (reaches.includes('successors') ? turn : null),
  predecessor: () => null,
  affiliate: toEquals,
  'common-control': toEquals,
};
