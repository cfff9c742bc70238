import type { KnownVendor } from '../domain/facts';
import type { Kin, Kindred } from './kindred';

/** A vendor as it is known, with those that are one with it, and its kin. */
interface Seen {
  readonly known: KnownVendor;
  readonly kin: Kin;
}

/** Whom one question asks about: each vendor, and each kin, is one object however it was come to. */
export class Asked {
  /** The kin of those that were taken. */
  readonly kin = new Set<Kin>();
  private readonly seen = new Map<string, Seen>();

  constructor(private readonly kindred: Kindred) {}

  /** Looks at a vendor without taking it. */
  look(vendor: KnownVendor): Seen {
    const before = this.seen.get(vendor.id);
    if (before) return before;
    const kin = this.kindred.of(vendor);
    const seen = { known: kin.knownAs.get(vendor.id) ?? vendor, kin };
    this.seen.set(vendor.id, seen);
    return seen;
  }

  /** Takes a vendor, with its kin. @returns it as it is known */
  take(vendor: KnownVendor): KnownVendor {
    const { known, kin } = this.look(vendor);
    this.kin.add(kin);
    return known;
  }
}
