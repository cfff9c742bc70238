import { segmentAt } from '../../clock/domain/segments';
import { barsAt, isBound } from '../../exclusions/domain/binding';
import type {
  ExclusionSegment,
  ExclusionTimeline,
  KnownExclusion,
  Scope,
  Waiver,
} from '../../exclusions/domain/exclusion';
import { latestEntryOf } from '../../exclusions/domain/exclusion-timeline';
import type { Purchase, Question } from './question';
import { ABOUT_NO_EXCLUSION, type PathStep, type Reason, type ReasonCode } from './reason';
import {
  SAY_OF_EXCLUSION,
  type Freedom,
  type HeldSegment,
  type Unknown,
} from './said-of-exclusions';

/** What an exclusion does to a purchase: bars it, may bar it, or leaves it free, and why. */
export type Bar =
  | { readonly bars: true }
  | { readonly bars: 'perhaps'; readonly unknown: Unknown }
  | { readonly bars: false; readonly why: Freedom };

/** An exclusion as it holds at the instant of a purchase, with all its waivers. */
export interface HeldExclusion {
  readonly segment: HeldSegment;
  readonly waivers: readonly Waiver[];
  /** The latest entry of the exclusion. */
  readonly revision: number;
}

/** The exclusions that hold at an instant. */
export function heldAt(exclusions: readonly KnownExclusion[], at: Date): readonly HeldExclusion[] {
  const known = HELD.get(exclusions) ?? new Map<number, readonly HeldExclusion[]>();
  HELD.set(exclusions, known);
  const held = known.get(at.getTime()) ?? findHeld(exclusions, at);
  known.set(at.getTime(), held);
  return held;
}

/** What was worked out: in one decision, it is asked of each vendor that may be meant. */
const HELD = new WeakMap<readonly KnownExclusion[], Map<number, readonly HeldExclusion[]>>();

function findHeld(exclusions: readonly KnownExclusion[], at: Date): HeldExclusion[] {
  return exclusions.flatMap(({ timeline, waivers }) => {
    const segment = segmentAt(timeline, at);
    if (!segment) return [];
    const [barsSince, barsUntil] = [startOf(segment, timeline), endOf(segment, timeline)];
    const revision = latestEntryOf(timeline);
    return [{ segment: { ...segment, barsSince, barsUntil }, waivers, revision }];
  });
}

/** When an exclusion began of which others that precede without a gap say something else, but of the same kind. */
function startOf(segment: ExclusionSegment, timeline: ExclusionTimeline): Date | null {
  const { from } = segment.effective;
  const before = from && timeline.find((one) => one.effective.to?.getTime() === from.getTime());
  const same = before && before.kind === segment.kind && before.basis === segment.basis;
  return same ? startOf(before, timeline) : from;
}

/** When an exclusion ends of which others that follow without a gap say something else; null: never. */
function endOf({ effective }: ExclusionSegment, timeline: ExclusionTimeline): Date | null {
  const { to } = effective;
  const next = to && timeline.find((one) => one.effective.from?.getTime() === to.getTime());
  return next ? endOf(next, timeline) : to;
}

/**
 * What an exclusion does to a purchase of something that it covers, by whom it binds, what it has effect on and what
 * the purchase is for. What is not known is never free.
 */
export function barOf({ binds, effects, scope }: ExclusionSegment, purchase: Purchase): Bar {
  const bound = isBound(binds, purchase);
  const used = useOf(scope, purchase);
  if (bound === 'not-bound') return { bars: false, why: 'not-bound' };
  if (!barsAt(effects, purchase.stage)) return { bars: false, why: freeAt(purchase.stage) };
  if (used === 'other') return { bars: false, why: 'use' };
  if (bound === 'unknown') return { bars: 'perhaps', unknown: 'binding' };
  return used === 'untold' ? { bars: 'perhaps', unknown: 'use' } : { bars: true };
}

/** @source FAR 9.405-1 */
const freeAt = (stage: Purchase['stage']): Freedom =>
  stage === 'option' || stage === 'modification' ? 'existing-contract' : 'stage';

function useOf({ uses }: Scope, purchase: Purchase): 'covered' | 'other' | 'untold' {
  if (uses.length === 0) return 'covered';
  if (purchase.uses === null || purchase.uses.length === 0) return 'untold';
  return purchase.uses.some((use) => uses.includes(use)) ? 'covered' : 'other';
}

/** What a reason says beyond what its exclusion gives. */
export interface Saying {
  readonly code: ReasonCode;
  readonly verdict: Reason['verdict'];
  readonly message: string;
  readonly item?: number | null;
  readonly path?: readonly PathStep[];
}

/** A reason that rests on an exclusion. */
export function reasonOf(segment: HeldSegment, { purchase }: Question, said: Saying): Reason {
  return {
    ...ABOUT_NO_EXCLUSION,
    list: null,
    exclusion: segment.exclusion,
    comment: segment.comment,
    rule: ruleOf(segment, purchase),
    citation: segment.authority.citation,
    effective: segment.effective,
    position: segment.entry,
    ...said,
  };
}

/** A reason that an exclusion leaves a purchase free. */
export const freeBy = (
  segment: HeldSegment,
  question: Question,
  { why, ...about }: { readonly why: Freedom } & Partial<Pick<Saying, 'item' | 'path'>>,
): Reason =>
  reasonOf(segment, question, {
    ...{ code: 'NOT_EXCLUDED', verdict: 'eligible', ...about },
    message: SAY_OF_EXCLUSION.free(segment, why),
  });

/**
 * The rule by which an exclusion has its effect at a stage; a prohibition is its own rule.
 *
 * @source FAR 9.405(a), 9.405-1, 9.405-2
 */
function ruleOf({ kind, authority }: ExclusionSegment, { stage }: Purchase): string {
  if (kind === 'prohibition') return authority.citation;
  switch (stage) {
    case 'solicitation':
    case 'award':
      return 'FAR 9.405(a)';
    case 'option':
    case 'modification':
      return 'FAR 9.405-1';
    case 'subcontract':
      return 'FAR 9.405-2';
  }
}
