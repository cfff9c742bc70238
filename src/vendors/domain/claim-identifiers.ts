import { intersect, type Period } from '../../clock/domain/period';
import { InvalidRequest } from '../../problems/registry-error';
import { IdentifierTaken } from './errors';
import { sameIdentifier } from './identifier';
import type { Identifier, VendorIdentifier } from './vendor';

/** An identifier that some vendor holds or held. */
export interface Holding extends VendorIdentifier {
  /** Id of that vendor. */
  readonly vendor: string;
}

/** An identifier that a vendor is to have, and where that was asked for. */
export interface Claim extends Holding {
  /** JSON Pointer of its value. */
  readonly pointer: string;
}

/** All time since an identifier was last another's: always, where it never was. */
export function freePeriod(identifier: Identifier, holdings: readonly Holding[]): Period {
  const ends = holdings
    .filter((holding) => sameIdentifier(holding, identifier))
    .map(({ effective }) => effective.to?.getTime() ?? -Infinity);
  const last = Math.max(-Infinity, ...ends);
  return { from: last === -Infinity ? null : new Date(last), to: null };
}

/**
 * Refuses what would give one identifier to two vendors at a time.
 *
 * @param holdings who holds or held any of the identifiers claimed
 * @throws {IdentifierTaken} naming each that another vendor holds
 * @throws {InvalidRequest} naming each that two vendors claim at once
 */
export function requireFree(claims: readonly Claim[], holdings: readonly Holding[]): void {
  const taken = claims.flatMap((claim) => {
    const holder = holdings.find((holding) => collide(holding, claim));
    return holder ? [{ identifier: claim, pointer: claim.pointer, vendor: holder.vendor }] : [];
  });
  if (taken.length > 0) throw new IdentifierTaken(taken);
  const rivals = claims.filter((claim, index) =>
    claims.slice(0, index).some((earlier) => collide(earlier, claim)),
  );
  if (rivals.length > 0) {
    throw new InvalidRequest(
      rivals.map(({ pointer }) => ({ pointer, message: 'is given to two vendors at once' })),
    );
  }
}

const collide = (a: Holding, b: Holding): boolean =>
  a.vendor !== b.vendor && sameIdentifier(a, b) && intersect(a.effective, b.effective) !== null;
