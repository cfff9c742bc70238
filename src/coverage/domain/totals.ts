import type { Money } from '../../checks/domain/question';
import { FINDINGS, type Finding } from './finding';

/** Purchases of which the same is found. */
export interface FoundPurchases {
  readonly purchases: number;
  /** What they came to, as far as that was told: one exact sum for each currency, in the order of their codes. */
  readonly amounts: Money[];
}

/** How many purchases there are of each finding. */
export type Totals = Readonly<Record<Finding, FoundPurchases>>;

/** Counts purchases by what is found of them, and sums their amounts. */
export function totalsOf(
  found: readonly { readonly finding: Finding; readonly amount: Money | null }[],
): Totals {
  const tallies = new Map(FINDINGS.map((finding) => [finding, new Tally()]));
  for (const { finding, amount } of found) tallies.get(finding)?.add(amount);
  return Object.fromEntries(
    [...tallies].map(([finding, tally]) => [finding, tally.told()]),
  ) as unknown as Totals;
}

// Money has at most four decimals.
const DECIMALS = 4;

class Tally {
  private purchases = 0;
  private readonly sums = new Map<string, bigint>();

  add(amount: Money | null): void {
    this.purchases += 1;
    if (!amount) return;
    const { currency, value } = amount;
    this.sums.set(currency, (this.sums.get(currency) ?? 0n) + inSmallest(value));
  }

  told(): FoundPurchases {
    const amounts = [...this.sums]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([currency, sum]) => ({ value: asDecimal(sum), currency }));
    return { purchases: this.purchases, amounts };
  }
}

function inSmallest(value: string): bigint {
  const [whole = '0', fraction = ''] = value.split('.');
  return BigInt(whole + fraction.padEnd(DECIMALS, '0'));
}

/** With two decimals, or as many more as it takes. */
function asDecimal(sum: bigint): string {
  const digits = sum.toString().padStart(DECIMALS + 1, '0');
  const fraction = digits.slice(-DECIMALS).replace(/0{1,2}$/, '');
  return `${digits.slice(0, -DECIMALS)}.${fraction}`;
}
