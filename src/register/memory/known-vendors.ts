import { nameFormOf } from '../../screening/domain/name-form';
import type { KnownVendor } from '../domain/facts';
import { bytesOfUuid } from './bytes';
import { hashOfText } from './hash';
import type { Hints } from './hints';
import type { Clearances } from './clearances';
import { Recent } from './recent';
import { readVendor, type VendorGroups, type VendorWords } from './vendor-records';
import type { VendorNames } from './vendor-names';
import type { VendorSlots } from './vendor-slots';

/** So many vendors stay read that were asked for last. */
const RECENT = 16_384;

/** What leads to vendors, shared by the registers of all positions. */
export interface VendorLeads {
  readonly slots: VendorSlots;
  readonly words: VendorWords;
  /** By scheme and value. */
  readonly identifiers: Hints;
  readonly names: VendorNames;
  readonly clearances: Clearances;
}

/** The vendors as they are known at one position, each for itself. */
export class KnownVendors {
  constructor(
    readonly leads: VendorLeads,
    readonly groups: VendorGroups,
    private readonly recent = new Recent<KnownVendor>(RECENT),
  ) {}

  /** As they are known at another position. @param changed ids of those of whom something else is said */
  with(groups: VendorGroups, changed: Iterable<string>): KnownVendors {
    const slots = [...changed].flatMap((id) => this.slotOf(id) ?? []);
    return new KnownVendors(this.leads, groups, this.recent.without(slots));
  }

  get(id: string): KnownVendor | undefined {
    const slot = this.slotOf(id);
    return slot === undefined ? undefined : this.at(slot);
  }

  /** Who has, had or will have an identifier. */
  byIdentifier(scheme: string, value: string): KnownVendor[] {
    if (scheme === 'id') return [this.get(value)].filter((vendor) => vendor !== undefined);
    const slots = this.leads.identifiers.of(hashOfIdentifier(scheme, value));
    return this.atAll(slots).filter(({ identifiers }) =>
      identifiers.some((held) => held.scheme === scheme && held.value === value),
    );
  }

  /** The first, in order of their ids, of those who go or went by a name. @param key of its form */
  byName(key: string, most: number): KnownVendor[] {
    const { names, slots } = this.leads;
    const hinted = names.all.exact(key).sort((a, b) => slots.compare(a, b));
    const found: KnownVendor[] = [];
    for (const slot of hinted) {
      if (found.length === most) break;
      const vendor = this.at(slot);
      if (vendor && goesBy(vendor, key)) found.push(vendor);
    }
    return found;
  }

  /** The number of a vendor; undefined where it was never seen. */
  slotOf(id: string): number | undefined {
    const bytes = bytesOfUuid(id);
    return bytes && this.leads.slots.find(bytes);
  }

  private at(slot: number): KnownVendor | undefined {
    const recent = this.recent.get(slot);
    if (recent) return recent;
    const { slots, words } = this.leads;
    const vendor = readVendor(slots.idOf(slot), slot, this.groups, words);
    if (vendor) this.recent.set(slot, vendor);
    return vendor;
  }

  private atAll(slots: readonly number[]): KnownVendor[] {
    return slots.map((slot) => this.at(slot)).filter((vendor) => vendor !== undefined);
  }
}

/** Whether a vendor goes or went by a name. @param key of its form */
export const goesBy = ({ names }: Pick<KnownVendor, 'names'>, key: string): boolean =>
  names.some(({ name }) => nameFormOf(name).key === key);

/** The same as of the bytes of one after the other. */
export const hashOfIdentifier = (scheme: string, value: string): number =>
  hashOfText(value, hashOfText(scheme));
