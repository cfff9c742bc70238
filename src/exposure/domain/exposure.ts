import type { Money } from '../../checks/domain/question';
import type { Verdict } from '../../checks/domain/verdict';

/** Some recorded checks, taken together. */
export interface Tally {
  readonly checks: number;
  /** How many purchases they were about, as far as these had a reference. */
  readonly references: number;
  /** What the purchases came to, as far as that was told: one sum for each currency. */
  readonly amounts: Money[];
  /** When the first and the last of them were decided; null where there are none. */
  readonly firstAt: Date | null;
  readonly lastAt: Date | null;
}

/** Who relied on what was answered: checks, and among them those that were answered "eligible". */
export interface ExposureCount extends Tally {
  readonly verdicts: Readonly<Record<Verdict, number>>;
  readonly eligible: Tally;
}

/** Checks by callers of one agency, for purchases of one agency. */
export interface AgencyExposure extends ExposureCount {
  /** Code of the agency whose callers asked. */
  readonly agency: string;
  /** Code of the agency that it was bought for. */
  readonly forAgency: string;
}

/** Checks by one caller. */
export interface ClientExposure extends ExposureCount {
  /** Id of the person or client that asked. */
  readonly client: string;
  /** Code of its agency when it asked. */
  readonly agency: string;
}

/** Checks counted in all, by agencies and by clients. */
export interface Exposure {
  readonly total: ExposureCount;
  readonly agencies: AgencyExposure[];
  readonly clients: ClientExposure[];
}

/** Whose checks a count is of: everybody's, those for one agency, or one client's. */
export interface Counted {
  readonly agency: string | null;
  readonly forAgency: string | null;
  readonly client: string | null;
}

/** Checks as they were counted. */
export interface CheckCount extends Counted, Readonly<Record<Verdict, number>> {
  readonly checks: number;
  readonly references: number;
  readonly firstAt: Date | null;
  readonly lastAt: Date | null;
  readonly eligibleReferences: number;
  readonly eligibleFirstAt: Date | null;
  readonly eligibleLastAt: Date | null;
}

/** The amounts of checks in one currency, summed exactly. */
export interface AmountSum extends Counted {
  readonly currency: string;
  /** Decimal. */
  readonly value: string;
  /** Of those that were answered "eligible"; null where none was. */
  readonly eligible: string | null;
}

/** Puts counts and sums together: in all, by agencies and by clients, each in the order of their codes. */
export function exposureOf(counts: readonly CheckCount[], sums: readonly AmountSum[]): Exposure {
  const whole = counts.find(({ agency }) => agency === null);
  const byCode = inOrder(counts);
  return {
    total: whole ? countOf(whole, sums) : NOBODY,
    agencies: byCode.flatMap((count) => {
      const { agency, forAgency } = count;
      if (agency === null || forAgency === null) return [];
      return [{ agency, forAgency, ...countOf(count, sums) }];
    }),
    clients: byCode.flatMap((count) => {
      const { agency, client } = count;
      if (agency === null || client === null) return [];
      return [{ client, agency, ...countOf(count, sums) }];
    }),
  };
}

const NO_CHECKS: Tally = { checks: 0, references: 0, amounts: [], firstAt: null, lastAt: null };

const NOBODY: ExposureCount = {
  ...NO_CHECKS,
  verdicts: { eligible: 0, review: 0, ineligible: 0 },
  eligible: NO_CHECKS,
};

function countOf(count: CheckCount, sums: readonly AmountSum[]): ExposureCount {
  const { checks, references, firstAt, lastAt, eligible, review, ineligible } = count;
  const own = sums.filter((sum) => keyOf(sum) === keyOf(count));
  const relied = own.flatMap(({ currency, eligible: value }) =>
    value === null ? [] : [{ value, currency }],
  );
  return {
    ...{ checks, references, firstAt, lastAt },
    amounts: own.map(({ value, currency }) => ({ value, currency })),
    verdicts: { eligible, review, ineligible },
    eligible: {
      ...{ checks: eligible, references: count.eligibleReferences, amounts: relied },
      ...{ firstAt: count.eligibleFirstAt, lastAt: count.eligibleLastAt },
    },
  };
}

const keyOf = ({ agency, forAgency, client }: Counted): string =>
  JSON.stringify([agency, forAgency, client]);

const inOrder = (counts: readonly CheckCount[]): CheckCount[] =>
  [...counts].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
