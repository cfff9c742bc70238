import type { KnownExclusion } from '../../exclusions/domain/exclusion';
import type { Affiliation } from '../../vendors/domain/affiliation';
import { survivorsIn } from '../../vendors/domain/merge';
import type { KnownVendor } from '../domain/facts';
import { foldAffiliations, foldExclusions, foldVendors } from '../merged-vendors';
import { OF_ARTICLES, type RegisterParts } from './parts';

/** Vendors that affiliations and merges connect, however far, with what excludes any of them. */
export interface Kin {
  /** Each of them as it is known, with those that are one with it. */
  readonly vendors: readonly KnownVendor[];
  /** The same by the ids of all records. */
  readonly knownAs: ReadonlyMap<string, KnownVendor>;
  readonly exclusions: readonly KnownExclusion[];
  readonly affiliations: readonly Affiliation[];
}

/** What exclusions of articles rest on, whatever is bought. */
export interface OfArticles {
  readonly exclusions: readonly KnownExclusion[];
  /** The kin of everyone whom they name. */
  readonly kin: readonly Kin[];
}

/** Who is connected with whom at one position. What takes long is worked out once. */
export class Kindred {
  private readonly remembered = new Map<string, Kin>();
  private readonly folded = new Map<string, KnownExclusion>();
  private articles: OfArticles | undefined;

  constructor(private readonly parts: RegisterParts) {}

  /** The kin of a vendor, as it is known for itself. */
  of(vendor: KnownVendor): Kin {
    const { affiliations, merges } = this.parts;
    const { id } = vendor;
    const related = affiliations.of(id).length > 0 || merges.of(id).length > 0;
    return this.remembered.get(id) ?? (related ? this.connectedWith(id) : this.alone(vendor));
  }

  ofArticles(): OfArticles {
    this.articles ??= this.findOfArticles();
    return this.articles;
  }

  private findOfArticles(): OfArticles {
    const all = [...this.parts.exclusions.of(OF_ARTICLES)];
    const exclusions = all.sort(byId).map((exclusion) => this.fold(exclusion));
    const kin = new Set<Kin>();
    for (const id of new Set(exclusions.flatMap(namedIn))) {
      const vendor = this.parts.vendors.get(id);
      if (vendor) kin.add(this.remember([id], this.of(vendor)));
    }
    return { exclusions, kin: [...kin] };
  }

  private remember(ids: readonly string[], kin: Kin): Kin {
    for (const id of ids) this.remembered.set(id, kin);
    return kin;
  }

  private alone(vendor: KnownVendor): Kin {
    const exclusions = this.excluding([vendor.id]);
    return {
      ...{ vendors: [vendor], knownAs: new Map([[vendor.id, vendor]]) },
      ...{ exclusions, affiliations: [] },
    };
  }

  private connectedWith(id: string): Kin {
    const { ids, affiliations } = this.around(id);
    const { vendors, merges } = this.parts;
    const survivors = survivorsIn([...new Set(ids.flatMap((one) => merges.of(one)))]);
    const records = ids.map((one) => vendors.get(one)).filter((vendor) => vendor !== undefined);
    const whole = foldVendors(records, survivors);
    const byKnown = new Map(whole.map((vendor) => [vendor.id, vendor]));
    return this.remember(ids, {
      vendors: whole,
      knownAs: new Map(
        ids.flatMap((one) => {
          const vendor = byKnown.get(survivors.get(one) ?? one);
          return vendor ? [[one, vendor] as const] : [];
        }),
      ),
      exclusions: this.excluding(ids),
      affiliations: foldAffiliations(affiliations.sort(byId), survivors),
    });
  }

  /** All whom affiliations and merges connect with a vendor, itself among them, and these affiliations. */
  private around(id: string): { ids: string[]; affiliations: Affiliation[] } {
    const ids = new Set([id]);
    const affiliations = new Set<Affiliation>();
    for (const one of ids) {
      for (const affiliation of this.parts.affiliations.of(one)) {
        affiliations.add(affiliation);
        ids.add(affiliation.vendor).add(affiliation.other);
      }
      for (const { duplicate, survivor } of this.parts.merges.of(one)) {
        ids.add(duplicate).add(survivor);
      }
    }
    return { ids: [...ids].sort(), affiliations: [...affiliations] };
  }

  private excluding(ids: readonly string[]): KnownExclusion[] {
    const all = new Set(ids.flatMap((id) => this.parts.exclusions.of(id)));
    return [...all].sort(byId).map((exclusion) => this.fold(exclusion));
  }

  /** An exclusion by those whom the vendors are known as. The same object whenever it is asked for. */
  fold(exclusion: KnownExclusion): KnownExclusion {
    const { merges } = this.parts;
    if (merges.size === 0) return exclusion;
    const before = this.folded.get(exclusion.id);
    if (before) return before;
    const named = [...exclusion.timeline, ...exclusion.waivers].flatMap(
      ({ vendor }) => vendor ?? [],
    );
    const merged = named.filter((id) => merges.get(id) !== undefined);
    const survivors = new Map(merged.map((id) => [id, this.survivorOf(id)]));
    const [folded = exclusion] = merged.length === 0 ? [] : foldExclusions([exclusion], survivors);
    this.folded.set(exclusion.id, folded);
    return folded;
  }

  private survivorOf(id: string): string {
    const merge = this.parts.merges.get(id);
    return merge ? this.survivorOf(merge.survivor) : id;
  }
}

const namedIn = ({ timeline }: KnownExclusion): string[] =>
  timeline.flatMap(({ vendor }) => vendor ?? []);

const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id < b.id ? -1 : 1;
