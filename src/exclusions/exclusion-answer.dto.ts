import type { When } from './exclusion-progress';
import { MilestoneProgressAnswer } from './milestones.dto';
import { ApiProperty } from '@nestjs/swagger';
import { PeriodAnswer } from '../clock/period.dto';
import { AuthorityDto } from '../history/authority.dto';
import type {
  Binding,
  Citation,
  CoveredArticle,
  ExclusionSegment,
  KnownExclusion,
  Milestone,
  Scope,
  Waiver,
} from './domain/exclusion';
import { exclusionAt } from './domain/exclusion-state';

/** A product, brand or service that is barred, whoever sells it. */
export class CoveredArticleAnswer implements CoveredArticle {
  readonly manufacturer!: string;
  /** null: everything of that manufacturer. */
  readonly product!: string | null;
  /** Other names of the manufacturer or its brands. */
  readonly aliases!: string[];
}

/** What an exclusion covers. */
export class ScopeAnswer implements Scope {
  /** Whether it covers the vendor as a whole; false: only what is said here, and the vendor itself is not excluded. */
  readonly whole!: boolean;
  /** What may be bought from nobody. */
  readonly articles!: CoveredArticleAnswer[];
  /** Codes of what may not be bought from the vendor. */
  readonly categories!: string[];
  /** The only uses for which it bars; empty: whatever the use. */
  readonly uses!: string[];
  /** Products and services of the vendor that it leaves free. */
  readonly exempt!: string[];
}

/** Whom an exclusion binds: whoever meets any of these. */
export class BindingAnswer implements Binding {
  /** `all`, or codes of agencies; a department binds its components too. */
  @ApiProperty({
    oneOf: [
      { type: 'string', enum: ['all'] },
      { type: 'array', items: { type: 'string' } },
    ],
  })
  readonly agencies!: 'all' | string[];
  readonly groups!: ('civilian' | 'defense' | 'intelligence')[];
  /** Codes of lists: purchases from these, whoever makes them. */
  readonly vehicles!: string[];
  /** Kinds of systems: purchases for these, whoever makes them. */
  readonly systems!: ('general' | 'national-security' | 'sci')[];
}

/** One rule by its number in one edition. */
export class CitationAnswer implements Citation {
  readonly edition!: Citation['edition'];
  readonly citation!: string;
}

/** Something that each bound agency has to have done by a day. */
export class MilestoneAnswer implements Milestone {
  readonly code!: string;
  readonly title!: string | null;
  /** The first instant at which it is overdue, RFC 3339. */
  readonly due!: string;
}

/** The suspension by one person that an exclusion is. */
export class ExcludingSuspensionAnswer {
  /** UUIDv7. */
  readonly id!: string;
  /** Whether a second person has confirmed it, so that it does not lapse. */
  readonly confirmed!: boolean;
}

/** What an exclusion says in one stretch of time. */
export class ExclusionSegmentAnswer {
  readonly kind!: ExclusionSegment['kind'];
  /** What a prohibition rests on; null of every other kind. */
  readonly basis!: 'statute' | 'directive' | 'fascsa-order' | 'agency-order' | null;
  /** Code of the excluding agency. */
  readonly agency!: string;
  /** Id of the vendor that it names; null: nobody, articles only. */
  readonly vendor!: string | null;
  /** Whom it reaches besides. */
  readonly affiliates!: ('named-only' | 'subsidiaries' | 'common-control' | 'successors')[];
  readonly scope!: ScopeAnswer;
  readonly binds!: BindingAnswer;
  /** What it bars; `award` takes in solicitation, `use` all stages. */
  readonly effects!: ('award' | 'option' | 'modification' | 'subcontract' | 'use')[];
  readonly cause!: string | null;
  readonly citations!: CitationAnswer[];
  /** What the excluding agency adds, word for word: it may say that the usual effect is not meant. */
  readonly comment!: string | null;
  readonly milestones!: MilestoneAnswer[];
  /** The stretch of time in which it says so. */
  readonly effective!: PeriodAnswer;
  /** Position of the history entry that it rests on. */
  readonly entry!: number;
  readonly authority!: AuthorityDto;
  /** null where it was made by two persons. */
  readonly suspension!: ExcludingSuspensionAnswer | null;

  static of(segment: ExclusionSegment): ExclusionSegmentAnswer {
    const { kind, basis, agency, vendor, cause, comment } = segment;
    const { effective, entry, authority, suspension } = segment;
    return {
      ...{ kind, basis, agency, vendor, cause, comment },
      ...{ affiliates: [...segment.affiliates], effects: [...segment.effects] },
      ...{ scope: scopeOf(segment.scope), binds: bindingOf(segment.binds) },
      ...{ citations: [...segment.citations], milestones: [...segment.milestones] },
      ...{ effective, entry, authority, suspension },
    };
  }
}

const scopeOf = ({ whole, articles, categories, uses, exempt }: Scope): ScopeAnswer => ({
  ...{ whole, articles: articles.map(articleOf) },
  ...{ categories: [...categories], uses: [...uses], exempt: [...exempt] },
});

const bindingOf = ({ agencies, groups, vehicles, systems }: Binding): BindingAnswer => ({
  agencies: agencies === 'all' ? agencies : [...agencies],
  ...{ groups: [...groups], vehicles: [...vehicles], systems: [...systems] },
});

const articleOf = ({ manufacturer, product, aliases }: CoveredArticle): CoveredArticleAnswer => ({
  ...{ manufacturer, product, aliases: [...aliases] },
});

/** A dated exception to an exclusion, for one agency. */
export class WaiverAnswer {
  /** UUIDv7. */
  readonly id!: string;
  /** Code of the agency that may buy. */
  readonly agency!: string;
  /** Id of the only vendor that it may buy from; null: any. */
  readonly vendor!: string | null;
  /** The only articles that it may buy; empty: whatever the exclusion covers. */
  readonly articles!: CoveredArticleAnswer[];
  readonly effective!: PeriodAnswer;
  /** Position of the history entry that it rests on. */
  readonly entry!: number;
  readonly authority!: AuthorityDto;

  static of({ id, agency, vendor, articles, effective, entry, authority }: Waiver): WaiverAnswer {
    return {
      ...{ id, agency, vendor, articles: articles.map(articleOf) },
      ...{ effective, entry, authority },
    };
  }
}

/** How an exclusion stands at an instant. */
export class ExclusionAnswer {
  /** UUIDv7. */
  readonly id!: string;
  readonly state!: 'scheduled' | 'in-effect' | 'ended';
  /**
   * What it says then; of a scheduled one what it will say first, of an ended one what it said last. null: it was ended
   * at its very start, so that it never said anything.
   */
  readonly segment!: ExclusionSegmentAnswer | null;

  static of({ id, timeline }: Omit<KnownExclusion, 'waivers'>, at: Date): ExclusionAnswer {
    const { state, segment } = exclusionAt(timeline, at);
    return { id, state, segment: segment && ExclusionSegmentAnswer.of(segment) };
  }
}

/** An exclusion whole: all that it says, said and will say. */
export class WholeExclusionAnswer extends ExclusionAnswer {
  /** All its stretches of time, in order. */
  readonly timeline!: ExclusionSegmentAnswer[];
  /** All its waivers in the order in which they begin, whether in effect or not. */
  readonly waivers!: WaiverAnswer[];
  /** What it sets at that instant, and how far each agency is. */
  readonly milestones!: MilestoneProgressAnswer[];
  /** The instant that the state is about. */
  readonly at!: Date;
  /** The history position (number of entries) that the answer rests on. */
  readonly position!: number;

  static whole(
    known: KnownExclusion,
    milestones: MilestoneProgressAnswer[],
    { at, position }: When,
  ): WholeExclusionAnswer {
    const timeline = known.timeline.map((segment) => ExclusionSegmentAnswer.of(segment));
    const waivers = known.waivers.map((waiver) => WaiverAnswer.of(waiver));
    return { ...ExclusionAnswer.of(known, at), timeline, waivers, milestones, at, position };
  }
}

export class ExclusionPage {
  readonly items!: ExclusionAnswer[];
  readonly next!: string | null;
  /** The instant that the states are about. */
  readonly at!: Date;
  /** The history position (number of entries) that the answer rests on. */
  readonly position!: number;
}

/** The exclusions that name a vendor and are in effect. */
export class VendorExclusionsAnswer {
  readonly vendor!: string;
  readonly at!: Date;
  /** The history position (number of entries) that the answer rests on. */
  readonly position!: number;
  /** Newest first. */
  readonly exclusions!: ExclusionAnswer[];
}
