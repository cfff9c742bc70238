import { PeriodAnswer } from '../clock/period.dto';
import type { Violation } from '../problems/registry-error';
import { FeatureAnswer } from '../screening/feature-answer.dto';
import type { VendorRecord } from './domain/merge';
import type { Candidate, VendorFound } from './look-up-vendor';
import type { SearchedVendor } from './search-vendors';

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

/** A vendor that was searched for. */
export class SearchedVendorAnswer extends VendorAnswer {
  /** How much it resembles what `q` says so far, 0 to 1; only where `q` is given. */
  readonly score?: number;
  /** The name that does; only where `q` is given. */
  readonly resembles?: string;

  static searched(vendor: SearchedVendor, position: number): SearchedVendorAnswer {
    const { score, resembles } = vendor;
    return {
      ...VendorAnswer.of(vendor, position),
      ...(score !== undefined && { score }),
      ...(resembles !== undefined && { resembles }),
    };
  }
}

export class VendorPage {
  readonly items!: SearchedVendorAnswer[];
  readonly next!: string | null;
  /** The history position (number of entries) that the answer rests on. */
  readonly position!: number;
}

/** A vendor that may be meant. */
export class VendorCandidateAnswer extends VendorAnswer {
  /** How much it resembles the name that was asked, 0 to 1; only where a name was asked. */
  readonly score?: number;
  /** The name that does; only where a name was asked. */
  readonly resembles?: string;
  /** What the score is made of; only where a name was asked. */
  readonly features?: FeatureAnswer[];

  static candidate(vendor: Candidate, position: number): VendorCandidateAnswer {
    const { score, resembles, features } = vendor;
    return {
      ...VendorAnswer.of(vendor, position),
      ...(score !== undefined && { score }),
      ...(resembles !== undefined && { resembles }),
      ...(features !== undefined && { features: features.map((one) => FeatureAnswer.of(one)) }),
    };
  }
}

/** Whom a look-up means. */
export class VendorFoundAnswer {
  /** The vendor that is meant; null where there is none, or more than one. */
  readonly vendor!: VendorAnswer | null;
  /** The member that it was found by; null without a vendor. */
  readonly matchedBy!: 'uei' | 'cage' | 'duns' | 'lei' | 'id' | 'name' | null;
  /**
   * Who may be meant, where no vendor is sure: those of the name, or of one like it, the most alike first, at most 50; or
   * the one of an identifier that is of another country. However much one resembles, it is not the one that was asked.
   */
  readonly candidates!: VendorCandidateAnswer[];
  /** What is doubtful about what was asked. */
  readonly warnings!: WarningAnswer[];
  /** The history position (number of entries) that the answer rests on. */
  readonly position!: number;

  static of({ vendor, matchedBy, candidates, warnings, position }: VendorFound): VendorFoundAnswer {
    return {
      vendor: vendor && VendorAnswer.of(vendor, position),
      matchedBy,
      candidates: candidates.map((candidate) =>
        VendorCandidateAnswer.candidate(candidate, position),
      ),
      warnings: [...warnings],
      position,
    };
  }
}
