/** Verdicts that a change would have turned, of checks by callers of one agency or by one caller. */
export interface ImpactCount {
  readonly checks: number;
  /** "eligible → ineligible" and the like, and how often. */
  readonly turns: Readonly<Record<string, number>>;
}

/** A recorded check whose verdict would have been another. */
export interface TurnedCheck {
  readonly id: string;
  readonly decidedAt: string;
  readonly agency: string;
  readonly client: string;
  readonly reference: string | null;
  /** What would be answered without the change. */
  readonly verdict: string;
  /** What would be answered with it. */
  readonly wouldBe: string;
}

/** The recorded checks whose verdicts a change would have turned. */
export interface Impact extends ImpactCount {
  /** Checks decided from here on were looked at, RFC 3339. */
  readonly since: string;
  /** How many checks were decided anew. */
  readonly examined: number;
  /** Whether there were more to look at than are looked at. */
  readonly incomplete: boolean;
  readonly byAgency: Readonly<Record<string, ImpactCount>>;
  readonly byClient: Readonly<Record<string, ImpactCount>>;
  /** The newest of them, at most 100. */
  readonly turned: readonly TurnedCheck[];
}
