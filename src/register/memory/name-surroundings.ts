import type { KnownExclusion } from '../../exclusions/domain/exclusion';
import type { Thresholds } from '../../screening/domain/thresholds';
import type { KnownVendor } from '../domain/facts';
import { recordsOf } from '../known-decisions';
import { floorsOf, type NameLeads, type Surroundings } from '../likenesses';
import { LeadSearch } from '../lead-search';
import type { Asked } from './asked';
import type { Kindred } from './kindred';
import type { NameScreener } from './name-screener';
import type { RegisterParts } from './parts';

const NOTHING: NameLeads = { vendors: [], articles: [] };

/** What was found by the names of a record, and among how many names. */
interface Remembered {
  readonly size: number;
  readonly floor: number;
  readonly leads: NameLeads;
}

/** What was found by the names of vendors that are at hand. */
const FOUND = new WeakMap<KnownVendor, Remembered>();

/** The names of a register, and what they lead to at its position. */
export class NameSurroundings implements Surroundings {
  private readonly search: LeadSearch;
  private readonly floor: number;

  constructor(
    private readonly names: NameScreener,
    private readonly register: { readonly parts: RegisterParts; readonly kindred: Kindred },
    private readonly asked: Asked,
    thresholds: Thresholds,
  ) {
    this.search = new LeadSearch(names, thresholds);
    this.floor = floorsOf(thresholds).deny;
  }

  anybodyLike(name: string): readonly string[] {
    return this.search.anybodyLike(name);
  }

  excludedLike(name: string): NameLeads {
    return this.search.excludedLike(name);
  }

  excludedLikeVendor(vendor: KnownVendor): NameLeads {
    if (this.names.excludedSize === 0) return NOTHING;
    if (vendor.formerIds === undefined) return this.likeRecord(vendor);
    const { vendors } = this.register.parts;
    const leads = recordsOf(vendor).map((id) => {
      const record = vendors.get(id);
      return record ? this.likeRecord(record) : NOTHING;
    });
    return {
      vendors: leads.flatMap((one) => one.vendors),
      articles: leads.flatMap((one) => one.articles),
    };
  }

  known(id: string): KnownVendor | undefined {
    const vendor = this.register.parts.vendors.get(id);
    return vendor && this.asked.look(vendor).known;
  }

  isExcluded(vendor: KnownVendor): boolean {
    return this.asked.look(vendor).kin.exclusions.length > 0;
  }

  exclusion(id: string): KnownExclusion | undefined {
    const exclusion = this.register.parts.exclusions.get(id);
    return exclusion && this.register.kindred.fold(exclusion);
  }

  private likeRecord(record: KnownVendor): NameLeads {
    const size = this.names.excludedSize;
    const before = FOUND.get(record);
    if (before?.size === size && before.floor === this.floor) return before.leads;
    const leads = this.searchFor(record, size);
    FOUND.set(record, { size, floor: this.floor, leads });
    return leads;
  }

  private searchFor({ id, names, revision }: KnownVendor, size: number): NameLeads {
    const { clearances } = this.register.parts.vendors.leads;
    const slot = this.register.parts.vendors.slotOf(id) ?? 0;
    const looked = { size, floor: this.floor, revision };
    if (clearances.has(slot, looked)) return NOTHING;
    const { vendors, articles } = this.search.excludedLikeAny(names.map(({ name }) => name));
    const others = vendors.filter((other) => other !== id);
    if (others.length + articles.length > 0) return { vendors: others, articles };
    clearances.set(slot, looked);
    return NOTHING;
  }
}
