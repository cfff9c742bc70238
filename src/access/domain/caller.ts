import type { Actor } from '../../history/domain/entry';
import type { CredentialReference } from './credential-reference';
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
  /** The position of the history as of which this is so, where memory said it; absent: the tables say so now. */
  readonly authenticatedAt?: number;
  /** What it came with, to be looked up again at a later position; there is one where `authenticatedAt` is. */
  readonly credential?: CredentialReference;
}

/** How the caller stands in the history. */
export const actorOf = ({ id, kind, person }: Caller): Actor => ({ id, kind, person });
