import { PeriodAnswer } from '../clock/period.dto';
import type { Violation } from '../problems/registry-error';
import type { VendorRecord } from './domain/merge';
import type { VendorFound } from './look-up-vendor';

/** An identifier for as long as it is the vendor's. */
export class IdentifierAnswer {
  /** `uei`, `cage`, `duns`, `lei`, or a national register such as `us-ein`. */
  readonly scheme!: string;
  readonly value!: string;
  readonly effective!: PeriodAnswer;
}

/** A name for as long as the vendor goes by it. */
export class NameAnswer {
  readonly kind!: 'legal' | 'dba' | 'former' | 'acronym' | 'transliteration' | 'weak-alias';
  readonly name!: string;
  /** ISO 15924 code of its script: `Latn`, `Cyrl`, `Hani`, … */
  readonly script!: string;
  readonly effective!: PeriodAnswer;
}

/** What is doubtful about a member that was taken all the same. */
export class WarningAnswer implements Violation {
  /** JSON Pointer of the member. */
  readonly pointer!: string;
  readonly message!: string;
}

/** Who a vendor is. */
export class VendorAnswer {
  /** UUIDv7. */
  readonly id!: string;
  /** The legal name. */
  readonly name!: string;
  /** ISO 3166-1 alpha-2; null where it isn't known. */
  readonly country!: string | null;
  /** Those that have ended too. */
  readonly identifiers!: IdentifierAnswer[];
  /** The legal name, then the others; those that have ended too. */
  readonly names!: NameAnswer[];
  /** Id of the vendor that it turned out to be, and was merged into; null where it stands for itself. */
  readonly mergedInto!: string | null;
  /** Ids of the vendors that turned out to be it, and were merged into it. */
  readonly mergedFrom!: string[];
  /** The history position (number of entries) that the answer rests on. */
  readonly position!: number;

  static of(vendor: VendorRecord, position: number): VendorAnswer {
    const { id, name, country, identifiers, names, mergedInto, mergedFrom } = vendor;
    return {
      ...{ id, name, country, mergedInto, mergedFrom: [...mergedFrom], position },
      identifiers: identifiers.map(({ scheme, value, effective }) => ({
        scheme,
        value,
        effective,
      })),
      names: names.map(({ kind, name: text, script, effective }) => ({
        kind,
        name: text,
        script,
        effective,
      })),
    };
  }
}

/** A vendor as it was registered or amended. */
export class WrittenVendorAnswer extends VendorAnswer {
  /** What is doubtful about it, such as a UEI that does not end in its check digit. */
  readonly warnings!: WarningAnswer[];

  static written({
    vendor,
    warnings,
    position,
  }: {
    readonly vendor: VendorRecord;
    readonly warnings: readonly Violation[];
    readonly position: number;
  }): WrittenVendorAnswer {
    return { ...VendorAnswer.of(vendor, position), warnings: [...warnings] };
  }
}

export class VendorPage {
  readonly items!: VendorAnswer[];
  readonly next!: string | null;
  /** The history position (number of entries) that the answer rests on. */
  readonly position!: number;
}

/** Whom a look-up means. */
export class VendorFoundAnswer {
  /** The vendor that is meant; null where there is none, or more than one. */
  readonly vendor!: VendorAnswer | null;
  /** The member that it was found by; null without a vendor. */
  readonly matchedBy!: 'uei' | 'cage' | 'duns' | 'lei' | 'id' | 'name' | null;
  /** Who may be meant: several vendors of one name, at most 50, or the one that is of another country. */
  readonly candidates!: VendorAnswer[];
  /** What is doubtful about what was asked. */
  readonly warnings!: WarningAnswer[];
  /** The history position (number of entries) that the answer rests on. */
  readonly position!: number;

  static of({ vendor, matchedBy, candidates, warnings, position }: VendorFound): VendorFoundAnswer {
    return {
      vendor: vendor && VendorAnswer.of(vendor, position),
      matchedBy,
      candidates: candidates.map((candidate) => VendorAnswer.of(candidate, position)),
      warnings: [...warnings],
      position,
    };
  }
}
