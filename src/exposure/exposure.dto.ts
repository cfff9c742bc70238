import { IsIn } from 'class-validator';
import { PageQuery } from '../http/page';
import { STREAM_FORMATS, type StreamFormat } from '../http/row-stream';
import { IsFlag, IsInstant, IsText, MayBeAbsent } from '../http/validators';

const FORMATS = ['json', ...STREAM_FORMATS] as const;

/** Of which time an exposure is asked for, and in which form. */
export class ExposureQuery extends PageQuery {
  /** Only checks that were decided at this instant or later, RFC 3339. All, when left out. */
  @MayBeAbsent()
  @IsInstant()
  readonly since?: Date;

  /** Only checks that were decided before this instant, RFC 3339. */
  @MayBeAbsent()
  @IsInstant()
  readonly until?: Date;

  /** `json`: the counts and one page of checks. `csv`, `ndjson`: all the checks, streamed, without counts. */
  @MayBeAbsent()
  @IsIn(FORMATS)
  readonly format?: 'json' | StreamFormat;
}

/** An exposure of a vendor. */
export class VendorExposureQuery extends ExposureQuery {
  /**
   * Whether vendors count that affiliations connect with it, however far and whenever these hold; `true` when left out.
   * Those that turned out to be the same vendor always do.
   */
  @MayBeAbsent()
  @IsFlag()
  readonly affiliates?: boolean;
}

/** An exposure of a product, brand or service. */
export class ArticleExposureQuery extends ExposureQuery {
  /** Who makes it, by any of its names; must hold a letter or a digit. @example "Kaspersky Lab" */
  @IsText(300)
  readonly manufacturer!: string;

  /** What it is called, or what it is. Everything of that manufacturer, when left out. @example "Endpoint Security" */
  @MayBeAbsent()
  @IsText(300)
  readonly product?: string;
}
