import { validate } from 'uuid';
import type { AskedIdentifier, Money } from '../checks/domain/question';
import { isWellFormedText, parseInstant } from '../http/validators';
import { LIST_CODE } from '../lists/lists.dto';
import { normaliseName } from '../screening/domain/normalise-name';
import { readIdentifier, WORLD_SCHEMES } from '../vendors/domain/identifier';
import {
  VENDOR_MEMBERS,
  type GivenMembers,
  type GivenPurchase,
  type Member,
} from './given-purchase';

/** A purchase as it was read. What is null was not said, or can't be read. */
export interface ReadPurchase {
  readonly line: number;
  readonly reference: string | null;
  readonly awardedAt: Date | null;
  /** Whether the award is given as a day; `awardedAt` is its beginning then. */
  readonly dayOnly: boolean;
  readonly agency: string | null;
  readonly list: string | null;
  readonly amount: Money | null;
  /** In canonical form. */
  readonly identifiers: readonly AskedIdentifier[];
  /** As `normaliseName` gives it; null where an identifier is given too, which says more. */
  readonly name: string | null;
  /** Why it can't be looked up; empty where it can. */
  readonly faults: readonly string[];
}

/**
 * Reads a purchase by the rules; all that is wrong with it is told.
 *
 * @param agency code of the agency that it was for where it says none itself; null: not said either
 */
export function readPurchase(
  { line, given }: GivenPurchase,
  { agency }: { readonly agency: string | null },
): ReadPurchase {
  if ('broken' in given) return { ...NOTHING_READ, line, faults: [given.broken] };
  const cells = new Cells(given);
  const reference = cells.text('reference', 200);
  const own = cells.text('agency', 100) ?? agency;
  const instant = awardIn(cells);
  const amount = amountIn(cells);
  const list = cells.matching('list', LIST_CODE, 'must be the code of a list');
  const identifiers = identifiersIn(cells);
  const name = nameIn(cells);
  if (VENDOR_MEMBERS.every((member) => cells.isAbsent(member))) {
    cells.fault(`it must have one of ${VENDOR_MEMBERS.join(', ')}`);
  }
  if (cells.isAbsent('reference') && own === null) {
    cells.fault('it must have a reference, or an agency for which its vendor was asked about');
  }
  return {
    ...{ line, reference, agency: own, list, amount, identifiers, ...instant },
    name: identifiers.length > 0 ? null : name,
    faults: cells.faults,
  };
}

const NOTHING_READ: Omit<ReadPurchase, 'line' | 'faults'> = {
  ...{ reference: null, awardedAt: null, dayOnly: false, agency: null, list: null, amount: null },
  ...{ identifiers: [], name: null },
};

/** The members of one purchase, and what is wrong with them. */
class Cells {
  readonly faults: string[] = [];

  constructor(private readonly given: GivenMembers) {}

  fault(words: string): void {
    this.faults.push(words);
  }

  isAbsent(member: Member): boolean {
    return (this.given[member] ?? '').trim() === '';
  }

  /** Text of at most `most` characters, without space around; null where there is none, or none that can be read. */
  text(member: Member, most: number): string | null {
    if (this.isAbsent(member)) return null;
    const text = (this.given[member] ?? '').trim();
    if (text.length > most) this.fault(`${member} must have ${most} characters or fewer`);
    else if (!isWellFormedText(text)) this.fault(`${member} must not hold control characters`);
    else return text;
    return null;
  }

  /** Such text that has a form. */
  matching(member: Member, form: RegExp, rule: string): string | null {
    const text = this.text(member, 64);
    if (text === null || form.test(text)) return text;
    this.fault(`${member} ${rule}`);
    return null;
  }
}

function awardIn(cells: Cells): Pick<ReadPurchase, 'awardedAt' | 'dayOnly'> {
  if (cells.isAbsent('awardedAt')) cells.fault('awardedAt is missing');
  const text = cells.text('awardedAt', 64);
  if (text === null) return { awardedAt: null, dayOnly: false };
  const dayOnly = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const awardedAt = parseInstant(dayOnly ? `${text}T00:00:00Z` : text) ?? null;
  if (!awardedAt) {
    cells.fault('awardedAt must be an RFC 3339 time with a zone, or a day (2017-07-11: 00:00 UTC)');
  }
  return { awardedAt, dayOnly };
}

function amountIn(cells: Cells): Money | null {
  const decimal = 'must be a decimal number, such as 1250.00';
  const value = cells.matching('amount', /^\d{1,15}(\.\d{1,4})?$/, decimal);
  const currency = cells.matching('currency', /^[A-Z]{3}$/, 'must be an ISO 4217 currency');
  if (cells.isAbsent('amount') !== cells.isAbsent('currency')) {
    cells.fault('amount and currency must be given together');
  }
  return value === null || currency === null ? null : { value, currency };
}

function identifiersIn(cells: Cells): AskedIdentifier[] {
  const ofSchemes = WORLD_SCHEMES.flatMap((scheme) => {
    const value = cells.text(scheme, 100);
    const read = value === null ? undefined : readIdentifier({ scheme, value });
    if (!read) return [];
    if ('value' in read) return [{ scheme, value: read.value }];
    cells.fault(`${scheme} ${read.broken}`);
    return [];
  });
  const id = cells.text('id', 100)?.toLowerCase();
  if (id === undefined) return ofSchemes;
  if (validate(id)) return [...ofSchemes, { scheme: 'id', value: id }];
  cells.fault('id must be a UUID');
  return ofSchemes;
}

function nameIn(cells: Cells): string | null {
  const name = cells.text('name', 300);
  if (name === null) return null;
  const normalised = normaliseName(name);
  if (normalised !== '') return normalised;
  cells.fault('name must hold a letter or a digit');
  return null;
}
