import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import type { Impact, ImpactCount, TurnedCheck } from './domain/impact';

/** Verdicts that a change would have turned. */
export class ImpactCountAnswer implements ImpactCount {
  /** How many. */
  readonly checks!: number;
  /** How many of each kind, by "eligible → ineligible" and the like. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' } })
  readonly turns!: Record<string, number>;
}

/** A recorded check whose verdict would have been another. */
export class TurnedCheckAnswer implements TurnedCheck {
  /** UUIDv7 of the check. */
  readonly id!: string;
  readonly decidedAt!: string;
  /** Code of the agency whose caller asked. */
  readonly agency!: string;
  /** Id of the person or client that asked. */
  readonly client!: string;
  /** What the buyer calls the purchase. */
  readonly reference!: string | null;
  /** What would be answered without the change. */
  readonly verdict!: string;
  /** What would be answered with it. */
  readonly wouldBe!: string;
}

const COUNTS = {
  type: 'object',
  additionalProperties: { $ref: getSchemaPath(ImpactCountAnswer) },
} as const;

/** The recorded checks whose verdicts a change would have turned, had it been made before them. */
@ApiExtraModels(ImpactCountAnswer)
export class ImpactAnswer extends ImpactCountAnswer {
  /** Checks decided from here on were looked at, RFC 3339. */
  readonly since!: string;
  /** How many checks were decided anew. */
  readonly examined!: number;
  /** Whether there were more to look at than are looked at. */
  readonly incomplete!: boolean;
  /** By the code of the agency whose callers asked. */
  @ApiProperty(COUNTS)
  readonly byAgency!: Record<string, ImpactCountAnswer>;
  /** By the id of the person or client that asked. */
  @ApiProperty(COUNTS)
  readonly byClient!: Record<string, ImpactCountAnswer>;
  /** The newest of them, at most 100; none where proposals are read by the page. */
  readonly turned!: TurnedCheckAnswer[];

  static of({ turned, byAgency, byClient, ...counted }: Impact): ImpactAnswer {
    const counts = { byAgency: { ...byAgency }, byClient: { ...byClient } };
    return { ...counted, ...counts, turned: [...turned] };
  }
}
