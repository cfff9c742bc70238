import {
  MEMBERS,
  VENDOR_MEMBERS,
  type GivenMembers,
  type GivenPurchase,
  type GivenPurchases,
} from './given-purchase';

type Item = Readonly<Record<string, unknown>>;

/** Reads purchases out of an array of objects. What is wrong with one is told of it alone. */
export const readJsonPurchases = (items: readonly unknown[]): GivenPurchases => ({
  purchases: items.map((item, index) => ({ line: index + 1, given: givenIn(item) })),
  ignoredColumns: [],
});

function givenIn(item: unknown): GivenPurchase['given'] {
  if (!isObject(item)) return { broken: 'it must be an object' };
  const { vendor = {}, amount = {}, ...own } = item;
  if (!isObject(vendor)) return { broken: 'vendor must be an object' };
  if (!isObject(amount)) return { broken: 'amount must be an object' };
  const broken = [
    ...misfitsIn(own, OWN, ''),
    ...misfitsIn(vendor, VENDOR_MEMBERS, 'vendor/'),
    ...misfitsIn(amount, ['value', 'currency'], 'amount/'),
  ];
  if (broken.length > 0) return { broken: broken.slice(0, MOST_TOLD).join('; ') };
  const { value, currency } = amount;
  return { ...own, ...vendor, amount: value, currency } as GivenMembers;
}

const MOST_TOLD = 10;

const OWN = MEMBERS.filter((member) => !['amount', 'currency', ...VENDOR_MEMBERS].includes(member));

const isObject = (value: unknown): value is Item =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function misfitsIn(part: Item, known: readonly string[], place: string): string[] {
  return Object.entries(part).flatMap(([name, value]) => {
    if (!known.includes(name)) {
      return [`${place}${name.slice(0, 100).toWellFormed()} is not a known member`];
    }
    return typeof value === 'string' ? [] : [`${place}${name} must be text`];
  });
}
