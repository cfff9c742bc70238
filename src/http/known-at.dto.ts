import { PageQuery } from './page';
import { IsKnownAt, MayBeAbsent } from './validators';

/** What the registry knew, and when. */
export class KnownAtQuery {
  /** As known at a history position (number of entries) or an RFC 3339 time. Now, when left out. */
  @MayBeAbsent()
  @IsKnownAt()
  readonly knownAt?: number | Date;
}

/** A page of what the registry knew. */
export class KnownAtPageQuery extends PageQuery {
  /** As known at a history position (number of entries) or an RFC 3339 time. Now, when left out. */
  @MayBeAbsent()
  @IsKnownAt()
  readonly knownAt?: number | Date;
}
