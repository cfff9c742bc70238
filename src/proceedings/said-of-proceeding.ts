import type { ProceedingState, ProceedingTerms } from './domain/proceeding';

/** What the history says of a proceeding, besides the step that an entry is about. */
export const saidOfProceeding = (
  { id, vendor, kind, list }: Pick<ProceedingTerms, 'id' | 'vendor' | 'kind' | 'list'>,
  state: ProceedingState,
): object => ({ id, vendor, kind, list, state });
