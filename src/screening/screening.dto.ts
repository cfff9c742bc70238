import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsISO31661Alpha2,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsText, MayBeAbsent } from '../http/validators';
import { scriptOf } from '../vendors/domain/script-of';
import { WarningAnswer } from '../vendors/vendor-answer.dto';
import { IdentifierDto } from '../vendors/vendors.dto';
import { ALGORITHM } from './domain/algorithm';
import type { MatchDecision } from './domain/match-decision';
import type { NameForm } from './domain/name-form';
import type { Thresholds } from './domain/thresholds';
import { FeatureAnswer } from './feature-answer.dto';
import type { ScreenedMaker, ScreenedVendor, Screening } from './screen-name';

const NO_COUNTRY = { message: 'must be an ISO 3166-1 alpha-2 country, such as US' };

/** Whom to look for. */
export class ScreeningDto {
  /** In any script. @example "Kasperski Labs" */
  @IsText(300)
  readonly name!: string;

  /** ISO 3166-1 alpha-2. It changes scores, and rules nobody out. @example "US" */
  @MayBeAbsent()
  @Matches(/^[A-Z]{2}$/, NO_COUNTRY)
  @IsISO31661Alpha2(NO_COUNTRY)
  readonly country?: string;

  /** They change scores, and rule nobody out. Who holds one of them is a candidate, whatever it is called. */
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => IdentifierDto)
  readonly identifiers: IdentifierDto[] = [];

  /** Among all vendors, or only those that an exclusion in effect names or reaches. */
  @IsIn(['all', 'excluded'])
  readonly against: 'all' | 'excluded' = 'all';

  /** Most candidates, and most exclusions of articles: 1 to 50. */
  @IsInt()
  @Min(1)
  @Max(50)
  readonly limit: number = 20;
}

/** From which scores on a likeness counts here. */
export class ThresholdsAnswer implements Thresholds {
  /** With someone or something excluded: a check tells it, and a person must look. */
  readonly deny!: number;
  /** With any vendor: it is a candidate for whom may be meant. */
  readonly candidate!: number;
}

/** How a name was read. */
export class NameFormAnswer implements Omit<NameForm, 'key'> {
  /** Two names are the same where these are. */
  readonly key!: string;
  /** In Latin letters, in order, without the legal form. */
  readonly words!: string[];
  /** How much each word tells, above 0 to 1. */
  readonly weights!: number[];
  /** By the code that all its spellings share; null where it has none. */
  readonly legalForm!: string | null;
  /** ISO 15924 code of its script: `Latn`, `Cyrl`, `Hani`, … */
  readonly script!: string;
}

/** A vendor that a name may mean. */
export class ScreenedVendorRef {
  readonly id!: string;
  /** The legal name. */
  readonly name!: string;
  /** ISO 3166-1 alpha-2; null where it isn't known. */
  readonly country!: string | null;
}

/** What a person found of the name asked and a candidate, and that still counts. */
export class StandingFindingAnswer {
  /** Id of the decision. */
  readonly id!: string;
  readonly finding!: 'same' | 'not-same';
  /** How many persons found it. `not-same` by one person silences nothing about who is excluded. */
  readonly persons!: number;

  static of({ id, finding, persons }: MatchDecision): StandingFindingAnswer {
    return { id, finding, persons };
  }
}

/** How a vendor resembles what was asked. */
export class ScreenedAnswer {
  readonly vendor!: ScreenedVendorRef;
  /** The most alike of the names that it goes by or went by. */
  readonly resembles!: string;
  /** 0 to 1. */
  readonly score!: number;
  /** What the score is made of. */
  readonly features!: FeatureAnswer[];
  /** Whether an exclusion in effect names it, or reaches it through others, whatever that covers. */
  readonly excluded!: boolean;
  /** Ids of these exclusions. */
  readonly exclusions!: string[];
  /** What was found of the two, as far as it counts; null where nothing does. */
  readonly decision!: StandingFindingAnswer | null;

  static of({ vendor, exclusions, decision, ...found }: ScreenedVendor): ScreenedAnswer {
    const { id, name, country } = vendor;
    const { resembles, score, features } = found;
    return {
      vendor: { id, name, country },
      ...{ resembles, score, features: features.map((one) => FeatureAnswer.of(one)) },
      ...{ excluded: exclusions.length > 0, exclusions: [...exclusions] },
      decision: decision && StandingFindingAnswer.of(decision),
    };
  }
}

/** How the maker of covered articles resembles what was asked. */
export class ScreenedMakerAnswer {
  /** Id of the exclusion, which is in effect. */
  readonly exclusion!: string;
  /** As the exclusion names it. */
  readonly manufacturer!: string;
  /** The most alike of its names. */
  readonly resembles!: string;
  /** 0 to 1. */
  readonly score!: number;
  /** What the score is made of. */
  readonly features!: FeatureAnswer[];

  /** What was found of the name asked and these articles, as far as it counts; null where nothing does. */
  readonly decision!: StandingFindingAnswer | null;

  static of({ decision, ...maker }: ScreenedMaker): ScreenedMakerAnswer {
    const { exclusion, manufacturer, resembles, score } = maker;
    const features = maker.features.map((one) => FeatureAnswer.of(one));
    return {
      ...{ exclusion, manufacturer, resembles, score, features },
      decision: decision && StandingFindingAnswer.of(decision),
    };
  }
}

/** Whom a name may mean. Not recorded, and no permission to buy from anybody. */
export class ScreeningAnswer {
  /** The version of the algorithm that gave the scores. */
  readonly version!: string;
  readonly thresholds!: ThresholdsAnswer;
  readonly form!: NameFormAnswer;
  /** The most alike first; those below the thresholds too, as far as they are found at all. */
  readonly candidates!: ScreenedAnswer[];
  /** Exclusions in effect of articles of a maker that may be meant, the most alike first. */
  readonly articles!: ScreenedMakerAnswer[];
  /** What is doubtful about the identifiers. */
  readonly warnings!: WarningAnswer[];
  /** The history position (number of entries) that the answer rests on. */
  readonly position!: number;

  static of(
    { form, candidates, articles, warnings, position }: Screening,
    { name, thresholds }: { readonly name: string; readonly thresholds: Thresholds },
  ): ScreeningAnswer {
    const { key, words, weights, legalForm } = form;
    return {
      ...{ version: ALGORITHM.version, thresholds, position, warnings: [...warnings] },
      form: { key, words: [...words], weights: [...weights], legalForm, script: scriptOf(name) },
      candidates: candidates.map((one) => ScreenedAnswer.of(one)),
      articles: articles.map((one) => ScreenedMakerAnswer.of(one)),
    };
  }
}
