import type { Stage } from '../../exclusions/domain/binding';
import type { System } from '../../exclusions/domain/exclusion';
import { InvalidRequest, type Violation } from '../../problems/registry-error';
import { normaliseName } from '../../screening/domain/normalise-name';
import { MalformedIdentifier } from '../../vendors/domain/errors';
import { readIdentifier, WORLD_SCHEMES } from '../../vendors/domain/identifier';
import { CLUES, type GivenClues } from '../../vendors/domain/vendor-clue';
import type {
  AskedIdentifier,
  Channel,
  Money,
  Purchase,
  PurchasedItem,
  Question,
  VendorReference,
} from './question';

/** Whom is asked for: at least one identifier or a name. */
export interface AskedVendor extends GivenClues {
  readonly country?: string | undefined;
}

/** What is asked of the purchase; what is left out is as the rules have it. */
export interface AskedPurchase {
  readonly channel?: Channel | undefined;
  readonly list?: string | undefined;
  readonly category?: string | undefined;
  readonly agency?: string | undefined;
  readonly stage?: Stage | undefined;
  readonly uses?: readonly string[] | undefined;
  readonly system?: System | undefined;
  readonly reference?: string | undefined;
  readonly amount?: Money | undefined;
  readonly items?: readonly AskedItem[] | undefined;
}

/** One thing that is bought: at least its manufacturer or what it is called. */
export type AskedItem = {
  readonly [Member in keyof PurchasedItem]?: PurchasedItem[Member] | undefined;
};

/** A question as it is asked. */
export interface AskedCheck {
  readonly vendor: AskedVendor;
  readonly purchase?: AskedPurchase | undefined;
  /** The instant of the purchase; left out: the present. */
  readonly at?: Date | undefined;
  /** The answer must rest on at least so many entries. */
  readonly minPosition?: number | undefined;
}

/** A question whose instant may still be the present. */
export type ParsedQuestion = Omit<Question, 'at'>;

/**
 * Reads a question.
 *
 * @param agency code of the agency that asks; the purchase is its own where it names no other
 * @throws {MalformedIdentifier} naming each identifier that breaks its format
 * @throws {InvalidRequest} naming each member that does not fit the others
 */
export function parseQuestion(asked: AskedCheck, agency: string): ParsedQuestion {
  const violations = [...misfitsOfVendor(asked.vendor), ...misfitsOfPurchase(asked.purchase ?? {})];
  if (violations.length > 0) throw new InvalidRequest(violations);
  return {
    vendor: referenceOf(asked.vendor),
    purchase: purchaseOf(asked.purchase ?? {}, agency),
  };
}

function misfitsOfVendor(vendor: AskedVendor): Violation[] {
  if (CLUES.every((clue) => vendor[clue] === undefined)) {
    return [{ pointer: '/vendor', message: `must have one of ${CLUES.join(', ')}` }];
  }
  const nameless = vendor.name !== undefined && normaliseName(vendor.name) === '';
  return nameless ? [{ pointer: '/vendor/name', message: 'must hold a letter or a digit' }] : [];
}

function misfitsOfPurchase({ channel, list, items = [] }: AskedPurchase): Violation[] {
  const listless =
    channel === 'open-market' && list !== undefined
      ? [{ pointer: '/purchase/list', message: 'must be left out on the open market' }]
      : [];
  const unnamed = items.flatMap(({ manufacturer, product }, index) =>
    saidIn(manufacturer) === null && saidIn(product) === null
      ? [{ pointer: `/purchase/items/${index}`, message: 'must have a manufacturer or a product' }]
      : [],
  );
  return [...listless, ...unnamed];
}

/** A text that has a letter or a digit; any other says nothing, like one that is left out. */
const saidIn = (text: string | null | undefined): string | null =>
  text && normaliseName(text) !== '' ? text : null;

function referenceOf(vendor: AskedVendor): VendorReference {
  const readings = WORLD_SCHEMES.flatMap((scheme) => {
    const value = vendor[scheme];
    return value === undefined ? [] : [{ scheme, read: readIdentifier({ scheme, value }) }];
  });
  const broken = readings.flatMap(({ scheme, read }) =>
    read && 'broken' in read ? [{ pointer: `/vendor/${scheme}`, message: read.broken }] : [],
  );
  if (broken.length > 0) throw new MalformedIdentifier(broken);
  const own: AskedIdentifier[] =
    vendor.id === undefined ? [] : [{ scheme: 'id', value: vendor.id.toLowerCase() }];
  const others = readings.flatMap(({ scheme, read }) =>
    read && 'value' in read ? [{ scheme, value: read.value }] : [],
  );
  return {
    identifiers: [...own, ...others],
    name: vendor.name ?? null,
    country: vendor.country ?? null,
  };
}

const purchaseOf = (asked: AskedPurchase, agency: string): Purchase => ({
  channel: asked.channel ?? 'list',
  list: asked.list ?? null,
  category: asked.category ?? null,
  agency: asked.agency ?? agency,
  stage: asked.stage ?? 'award',
  uses: asked.uses ?? null,
  system: asked.system ?? 'general',
  ...particularsOf(asked),
});

const particularsOf = (asked: AskedPurchase): Pick<Purchase, 'reference' | 'amount' | 'items'> => ({
  reference: asked.reference ?? null,
  amount: asked.amount ?? null,
  items: (asked.items ?? []).map(({ manufacturer, product, quantity }) => ({
    manufacturer: saidIn(manufacturer),
    product: saidIn(product),
    quantity: quantity ?? null,
  })),
});
