import { EFFECTS, type ExclusionTerms } from '../exclusions/domain/exclusion';
import type { MilestoneDone } from '../exclusions/report-milestone';
import type { Authority } from '../history/domain/authority';
import type { GivenStep } from '../proceedings/domain/take-step';
import type { ProceedingOrder } from '../proceedings/open-proceeding';
import type { ExclusionAmendment, ExclusionEnd, WaiveChange } from '../proposals/domain/proposal';
import type { Relation } from '../vendors/domain/affiliation';

/** Why something is done, and with what right. */
export interface Said {
  readonly authority: Authority;
  readonly reason: string;
}

/** That two vendors belong together, as it was known before the story begins. Vendors go by their legal names. */
export interface ToldAffiliation extends Said {
  readonly vendor: string;
  /** What the other is to it. */
  readonly relation: Relation;
  readonly other: string;
}

/** A vendor that leaves a list. */
export interface ToldRemoval extends Said {
  /** Legal name. */
  readonly vendor: string;
  readonly list: string;
  /** When the public learned of it. */
  readonly learnedAt: string;
  readonly effectiveFrom: string;
}

/** What an exclusion of the story says; whom it names is told beside. */
export type ToldTerms = Omit<ExclusionTerms, 'vendor'>;

/** An exclusion, and what becomes of it. */
export interface ToldOrder extends Said {
  /** Legal name of the vendor that it names. */
  readonly vendor: string;
  /** When the public learned of it. */
  readonly learnedAt: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly terms: ToldTerms;
  readonly later: readonly ToldChange[];
  /** What the agency of the demonstration's procurement system says that it has done of what is asked. */
  readonly reports?: readonly ToldReport[];
}

/** That a milestone is reached. */
export interface ToldReport extends Omit<MilestoneDone, 'exclusion'> {
  readonly learnedAt: string;
}

/** Due process, step by step. */
export interface ToldProceeding extends Omit<ProceedingOrder, 'vendor'> {
  /** Legal name. */
  readonly vendor: string;
  readonly openedAt: string;
  readonly steps: readonly { readonly learnedAt: string; readonly step: GivenStep }[];
}

/** A change of an exclusion of the story, or a waiver of it, learned of at an instant. */
export type ToldChange = { readonly learnedAt: string } & (
  | Omit<ExclusionAmendment, 'exclusion'>
  | Omit<ExclusionEnd, 'exclusion'>
  | Omit<WaiveChange, 'exclusion'>
) &
  Said;

/** What a prohibition says; what is left out: it bars everything, and reaches all under common control. */
export const prohibition = (
  terms: Pick<ToldTerms, 'basis' | 'agency' | 'scope' | 'binds' | 'citations'> & Partial<ToldTerms>,
): ToldTerms => ({
  ...{ kind: 'prohibition', affiliates: ['common-control'], effects: EFFECTS },
  ...{ cause: null, comment: null, milestones: [] },
  ...terms,
});

/** What an exclusion covers; what is left out: nothing of the kind. */
export const covering = (scope: Partial<ToldTerms['scope']>): ToldTerms['scope'] => ({
  ...{ whole: false, articles: [], categories: [], uses: [], exempt: [] },
  ...scope,
});

/** Whom an exclusion binds; what is left out: nobody of the kind. */
export const binding = (binds: Partial<ToldTerms['binds']>): ToldTerms['binds'] => ({
  ...{ agencies: [], groups: [], vehicles: [], systems: [] },
  ...binds,
});
