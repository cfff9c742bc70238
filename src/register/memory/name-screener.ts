import type { NameForm } from '../../screening/domain/name-form';
import type { Lead, SearchLimits } from '../../screening/index/name-index';
import type { FoundArticles, FoundVendor } from '../../screening/screener';
import type { VendorNames } from './vendor-names';
import type { VendorSlots } from './vendor-slots';

/** Finds vendors and covered articles by the names that are at hand, which are at least those of one position. */
export class NameScreener {
  /** @param position size of the history of which all names are there */
  constructor(
    readonly position: number,
    private readonly names: VendorNames,
    private readonly slots: VendorSlots,
  ) {}

  /** Grows with the names of excluded vendors and of makers: where it stays the same, the same is found. */
  get excludedSize(): number {
    return this.names.excludedSize;
  }

  namesakes(key: string): string[] {
    return this.names.all.exact(key).map((slot) => this.slots.idOf(slot));
  }

  alike(name: NameForm, limits: SearchLimits): FoundVendor[] {
    return this.found(this.names.all.search(name, limits));
  }

  alikeExcluded(name: NameForm, limits: SearchLimits): FoundVendor[] {
    return this.found(this.names.excluded.search(name, limits));
  }

  alikeArticles(name: NameForm, limits: SearchLimits): FoundArticles[] {
    return this.names.coveredBy((makers) => makers.search(name, limits));
  }

  completing(text: string, most: number): FoundVendor[] {
    return this.found(this.names.all.complete(text, most));
  }

  private found(leads: readonly Lead[]): FoundVendor[] {
    return leads.map(({ owner, score }) => ({ id: this.slots.idOf(owner), score }));
  }
}
