import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../clock/clock';
import { History } from '../history/history';
import type { Violation } from '../problems/registry-error';
import { normaliseName } from '../screening/domain/normalise-name';
import type { VendorRecord } from './domain/merge';
import type { Vendor } from './domain/vendor';
import {
  parseClue,
  whomItMeans,
  type Clue,
  type GivenClues,
  type VendorClue,
} from './domain/vendor-clue';
import { VendorMerges } from './vendor-merges';
import { Vendors } from './vendors';

export interface VendorLookup extends GivenClues {
  /** ISO 3166-1 alpha-2; a vendor that is known to be of another country is not the one. */
  readonly country?: string | undefined;
  /** The instant at which the identifier was the vendor's; left out: now. */
  readonly at?: Date | undefined;
  readonly knownAt?: number | Date | undefined;
}

export interface VendorFound {
  readonly vendor: VendorRecord | null;
  readonly matchedBy: Clue | null;
  readonly candidates: readonly VendorRecord[];
  readonly warnings: readonly Violation[];
  readonly position: number;
}

/**
 * Whom an identifier or a name means. An identifier, or a name that exactly one vendor goes by; nothing weaker.
 *
 * What is a merged vendor's means the vendor that it is known as.
 */
@Injectable()
export class LookUpVendor {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws {InvalidRequest} unless it is asked by exactly one identifier or name
   * @throws {MalformedIdentifier} when the identifier breaks its format
   */
  execute({ country, at, knownAt, ...given }: VendorLookup): Promise<VendorFound> {
    const clue = parseClue(given);
    return this.dataSource.transaction('REPEATABLE READ', async (tx) => {
      const history = new History(tx);
      const position = await history.sizeKnownAt(knownAt);
      const when = at ?? (await history.present(this.clock.now()));
      const found = await knownAs(
        tx,
        await findBy(tx, clue, { at: when, size: position }),
        position,
      );
      const { vendor, candidates } = whomItMeans(found, country);
      const matchedBy = vendor && clue.by;
      return { vendor, matchedBy, candidates, warnings: clue.warnings, position };
    });
  }
}

async function findBy(
  tx: EntityManager,
  clue: VendorClue,
  when: { readonly at: Date; readonly size: number },
): Promise<Vendor[]> {
  const vendors = new Vendors(tx);
  if ('identifier' in clue) {
    const { scheme, value } = clue.identifier;
    const vendor = await vendors.byIdentifier(scheme, value, when);
    return vendor ? [vendor] : [];
  }
  if (clue.by === 'id') return vendors.findAll([clue.text], when.size);
  const name = normaliseName(clue.text);
  return name === '' ? [] : vendors.byNormalisedName(name, when.size);
}

/** Those whom some vendors are known as, once each, with whom they were merged with. */
async function knownAs(
  tx: EntityManager,
  vendors: readonly Vendor[],
  size: number,
): Promise<VendorRecord[]> {
  const merges = new VendorMerges(tx);
  const ids = vendors.map(({ id }) => id);
  const survivors = await merges.groups(ids, size);
  const known = await new Vendors(tx).findAll(
    ids.map((id) => survivors.get(id) ?? id),
    size,
  );
  return merges.tellAll(known, size);
}
