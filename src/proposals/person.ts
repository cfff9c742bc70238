import type { Caller } from '../access/caller';
import { NoPersonBehind } from './domain/errors';

/** The person who decides when this caller acts. @throws {NoPersonBehind} when none answers for a client */
export function personOf({ person }: Caller): string {
  if (person === null) throw new NoPersonBehind();
  return person;
}
