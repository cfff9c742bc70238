import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { PeriodAnswer } from '../clock/period.dto';
import { CorrectableDto } from '../history/correctable.dto';
import { KnownAtQuery } from '../http/known-at.dto';
import { IsInstant, MayBeAbsent } from '../http/validators';
import { RELATIONS, seenFrom, type Affiliation, type Relation } from './domain/affiliation';
import type { Vendor } from './domain/vendor';

/** How another vendor belongs to this one. */
export class RecordAffiliationDto extends CorrectableDto {
  /** What the other vendor is to this one: `parent` says that the other is its parent. */
  @IsIn(RELATIONS)
  readonly kind!: Relation;

  /** Id of the other vendor. */
  @IsUUID()
  readonly vendor!: string;

  /** From when on, RFC 3339; null: it always was. From now on, when left out. */
  @IsOptional()
  @IsInstant()
  readonly effectiveFrom?: Date | null;

  /** The end, not included; until it is ended, when null or left out. */
  @IsOptional()
  @IsInstant()
  readonly effectiveTo?: Date | null;
}

export class AffiliationsQuery extends KnownAtQuery {
  /** The instant that is asked about, RFC 3339. Now, when left out. */
  @MayBeAbsent()
  @IsInstant()
  readonly at?: Date;
}

/** The other vendor of an affiliation. */
export class AffiliatedVendorAnswer {
  /** UUIDv7. */
  readonly id!: string;
  /** Its legal name. */
  readonly name!: string;
}

/** An affiliation as it is said of one vendor. */
export class AffiliationAnswer {
  /** UUIDv7. */
  readonly id!: string;
  /** What the other vendor is to this one. */
  readonly kind!: Relation;
  /** The other vendor. */
  readonly vendor!: AffiliatedVendorAnswer;
  readonly effective!: PeriodAnswer;
  /** Position of the history entry that it rests on. */
  readonly entry!: number;

  /** @param vendors the other vendor, among others */
  static of(
    vendor: string,
    affiliation: Affiliation,
    vendors: readonly Vendor[],
  ): AffiliationAnswer {
    const { id, effective, entry } = affiliation;
    const { relation, other } = seenFrom(vendor, affiliation);
    const name = vendors.find((one) => one.id === other)?.name ?? '';
    return { id, kind: relation, vendor: { id: other, name }, effective, entry };
  }
}

/** An affiliation as it was recorded. */
export class RecordedAffiliationAnswer extends AffiliationAnswer {
  /** The history position (number of entries) that it was recorded at. */
  readonly position!: number;
}

/** Whom a vendor belongs to, and who belongs to it. */
export class AffiliationsAnswer {
  readonly vendor!: string;
  readonly at!: Date;
  /** The history position (number of entries) that the answer rests on. */
  readonly position!: number;
  readonly affiliations!: AffiliationAnswer[];
}
