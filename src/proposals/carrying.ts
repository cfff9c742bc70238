import type { Actor, EntryDraft } from '../history/domain/entry';

/** Who carries a change out, for which proposal, and when. */
export interface Carrying {
  readonly proposal: NonNullable<EntryDraft['proposal']>;
  readonly actor: Actor;
  readonly now: Date;
}
