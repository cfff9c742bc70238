import type { Actor } from '../../history/domain/entry';
import type { Role } from './role';

/** Whoever is calling, as the registry knows it at this very request. */
export interface Caller {
  readonly id: string;
  readonly kind: 'person' | 'client';
  readonly name: string;
  /** Code of the agency that it belongs to. */
  readonly agency: string;
  readonly roles: readonly Role[];
  /** The person who decides when this caller acts: itself, or whoever answers for the client; else null. */
  readonly person: string | null;
}

/** How the caller stands in the history. */
export const actorOf = ({ id, kind, person }: Caller): Actor => ({ id, kind, person });
