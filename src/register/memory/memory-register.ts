import type { Credential } from '../../access/domain/credential';
import type { Clues } from '../domain/clues';
import type { KnownExclusion } from '../../exclusions/domain/exclusion';
import { nameFormOf } from '../../screening/domain/name-form';
import { MAX_CANDIDATES, type Facts, type KnownList, type KnownVendor } from '../domain/facts';
import type { Register } from '../domain/register';
import { decisionsOn, foundSame } from '../known-decisions';
import { listsOf } from '../known-facts';
import { likenessesOf } from '../likenesses';
import { Asked } from './asked';
import { Kindred, type Kin } from './kindred';
import { goesBy } from './known-vendors';
import { NameScreener } from './name-screener';
import { NameSurroundings } from './name-surroundings';
import type { RegisterParts } from './parts';

/** So many vendors of one name are known at first sight: as many as can be named as candidates, and one. */
const NAMESAKES = MAX_CANDIDATES + 1;

/** The registry at one position, in memory. A change makes another, which shares what stays. */
export class MemoryRegister implements Register {
  readonly names: NameScreener;
  readonly kindred: Kindred;

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
    const close = new Set([...asked.kin, ...kin]);
    const vendors = led.many
      ? [...new Set([...led.sellers, ...namesakesIn(close, nameFormOf(clues.name ?? '').key)])]
      : [...led.sellers];
    const decisions = decisionsOn(clues, vendors, this.parts.decisions);
    const names = new NameSurroundings(this.names, this, asked, clues.thresholds);
    const like = likenessesOf(clues, { sellers: vendors, decisions }, names);
    const alike = like.vendors.map((vendor) => asked.take(vendor));
    return {
      ...{ vendors, alike, decisions, lists: this.listsFor(clues, vendors) },
      ...around([...new Set([...asked.kin, ...kin])], [...barring, ...like.exclusions]),
    };
  }

  credentialOfKey(selector: string): Credential | undefined {
    return this.parts.access.ofKey(selector);
  }

  credentialOfSubject(issuer: string, subject: string): Credential | undefined {
    return this.parts.access.ofSubject(issuer, subject);
  }

  private listsFor({ list }: Clues, vendors: readonly KnownVendor[]): KnownList[] {
    const codes = new Set([list ?? '', ...vendors.flatMap(listsOf)]);
    return [...codes].flatMap((code) => this.parts.lists.get(code) ?? []);
  }

  /** The sellers that clues lead to; with the makers they are taken. */
  private ledTo({ identifiers, name, makers }: Clues, asked: Asked) {
    const { vendors, decisions } = this.parts;
    const sellers = new Set<KnownVendor>();
    for (const { scheme, value } of identifiers) {
      for (const vendor of vendors.byIdentifier(scheme, value)) sellers.add(asked.take(vendor));
    }
    const namesakes = name === null ? [] : vendors.byName(nameFormOf(name).key, NAMESAKES);
    const found = name === null ? [] : foundSame(name, decisions);
    const same = found.flatMap((id) => vendors.get(id) ?? []);
    for (const vendor of [...namesakes, ...same]) sellers.add(asked.take(vendor));
    for (const maker of makers) vendors.byName(maker, NAMESAKES).forEach((one) => asked.take(one));
    return { sellers, many: namesakes.length === NAMESAKES };
  }
}

/** What is known around a question, by the kin of all whom it is about. */
const around = (
  kin: readonly Kin[],
  exclusions: readonly KnownExclusion[],
): Pick<Facts, 'relatives' | 'exclusions' | 'affiliations'> => ({
  relatives: kin.flatMap(({ vendors }) => vendors),
  exclusions: [...new Set([...kin.flatMap((one) => one.exclusions), ...exclusions])],
  affiliations: kin.flatMap(({ affiliations }) => affiliations),
});

/** Of a name that many go by, whoever is known for another reason is known too. */
const namesakesIn = (close: ReadonlySet<Kin>, key: string): KnownVendor[] =>
  [...close].flatMap((kin) => kin.vendors.filter((one) => goesBy(one, key)));

const NO_ARTICLES = { exclusions: [], kin: [] } as const;
