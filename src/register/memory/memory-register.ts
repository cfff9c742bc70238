import type { Credential } from '../../access/domain/credential';
import type { Clues } from '../domain/clues';
import { MAX_CANDIDATES, type Facts, type KnownVendor } from '../domain/facts';
import type { Register } from '../domain/register';
import { listsOf } from '../known-facts';
import { Kindred, type Kin } from './kindred';
import { goesBy } from './known-vendors';
import { NameScreener } from './name-screener';
import type { RegisterParts } from './parts';

/** So many vendors of one name are known at first sight: as many as can be named as candidates, and one. */
const NAMESAKES = MAX_CANDIDATES + 1;

/** The registry at one position, in memory. A change makes another, which shares what stays. */
export class MemoryRegister implements Register {
  readonly names: NameScreener;
  private readonly kindred: Kindred;

  constructor(readonly parts: RegisterParts) {
    const { slots, names } = parts.vendors.leads;
    this.names = new NameScreener(parts.position, names, slots);
    this.kindred = new Kindred(parts);
  }

  get position(): number {
    return this.parts.position;
  }

  get recordedAt(): Date {
    return this.parts.recordedAt;
  }

  hasList(code: string): boolean {
    return this.parts.lists.get(code) !== undefined;
  }

  factsFor(clues: Clues): Facts {
    const asked = new Asked(this.kindred);
    const { exclusions: barring, kin } = clues.items ? this.kindred.ofArticles() : NO_ARTICLES;
    const led = this.ledTo(clues, asked);
    const around = new Set([...led.kin, ...kin]);
    const vendors = led.many
      ? [...new Set([...led.sellers, ...namesakesIn(around, clues.name ?? '')])]
      : [...led.sellers];
    const codes = new Set([clues.list ?? '', ...vendors.flatMap(listsOf)]);
    return {
      vendors,
      lists: [...codes].flatMap((code) => this.parts.lists.get(code) ?? []),
      relatives: [...around].flatMap((one) => one.vendors),
      exclusions: [...new Set([...[...around].flatMap((one) => one.exclusions), ...barring])],
      affiliations: [...around].flatMap((one) => one.affiliations),
    };
  }

  credentialOfKey(selector: string): Credential | undefined {
    return this.parts.access.ofKey(selector);
  }

  credentialOfSubject(issuer: string, subject: string): Credential | undefined {
    return this.parts.access.ofSubject(issuer, subject);
  }

  /** The sellers that clues lead to, and their kin with that of the makers. */
  private ledTo({ identifiers, name, makers }: Clues, asked: Asked) {
    const { vendors } = this.parts;
    const sellers = new Set<KnownVendor>();
    for (const { scheme, value } of identifiers) {
      for (const vendor of vendors.byIdentifier(scheme, value)) sellers.add(asked.known(vendor));
    }
    const namesakes = name === null ? [] : vendors.byName(name, NAMESAKES);
    for (const vendor of namesakes) sellers.add(asked.known(vendor));
    for (const maker of makers) vendors.byName(maker, NAMESAKES).forEach((one) => asked.known(one));
    return { sellers, kin: asked.kin, many: namesakes.length === NAMESAKES };
  }
}

/** Of a name that many go by, whoever is known for another reason is known too. */
const namesakesIn = (around: ReadonlySet<Kin>, name: string): KnownVendor[] =>
  [...around].flatMap((kin) => kin.vendors.filter((one) => goesBy(one, name)));

const NO_ARTICLES = { exclusions: [], kin: [] } as const;

/** Whom one question asks about: each vendor, and each kin, is one object however it was come to. */
class Asked {
  readonly kin = new Set<Kin>();
  private readonly vendors = new Map<string, KnownVendor>();

  constructor(private readonly kindred: Kindred) {}

  /** A vendor as it is known, with those that are one with it. */
  known(vendor: KnownVendor): KnownVendor {
    const before = this.vendors.get(vendor.id);
    if (before) return before;
    const kin = this.kindred.of(vendor);
    const known = kin.knownAs.get(vendor.id) ?? vendor;
    this.kin.add(kin);
    this.vendors.set(vendor.id, known);
    return known;
  }
}
