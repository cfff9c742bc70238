import { applyDecorators, type PipeTransform } from '@nestjs/common';
import { ApiBody, ApiExtraModels, getSchemaPath } from '@nestjs/swagger';
import { RequestValidation } from '../http/validation';
import { InvalidRequest } from '../problems/registry-error';
import type { ProposalContent } from './domain/proposal';
import { PROPOSAL_EXAMPLES } from './proposal-examples';
import {
  ProposeExclusionAmendmentDto,
  ProposeExclusionDto,
  ProposeExclusionEndDto,
  ProposeWaiverDto,
  ProposeWaiverRevocationDto,
} from './propose-exclusion.dto';
import { ProposeListingDto } from './propose-listing.dto';
import { ProposeMatchDto } from './propose-match.dto';
import { ProposeAffiliationEndDto, ProposeMergeDto } from './propose-vendor.dto';

/** Whatever may be proposed over HTTP, told apart by its action. */
export type ProposeDto =
  | ProposeListingDto
  | ProposeExclusionDto
  | ProposeExclusionAmendmentDto
  | ProposeExclusionEndDto
  | ProposeWaiverDto
  | ProposeWaiverRevocationDto
  | ProposeMergeDto
  | ProposeAffiliationEndDto
  | ProposeMatchDto;

/** Reads a proposal as its action has it: which members there are hangs on what is proposed. */
export class ProposalBody implements PipeTransform<unknown, Promise<ProposeDto>> {
  private readonly validation = new RequestValidation();

  /** @throws {InvalidRequest} naming each member that breaks its rules, or an action that there is none of */
  async transform(body: unknown): Promise<ProposeDto> {
    const { action } = Object(body) as { action?: unknown };
    const metatype = CLASS_OF.get(action);
    if (!metatype) throw new InvalidRequest([{ pointer: '/action', message: UNKNOWN_ACTION }]);
    return (await this.validation.transform(body, { type: 'body', metatype })) as ProposeDto;
  }
}

type ProposedAction = Exclude<ProposalContent['action'], 'import'>;

const CLASSES = {
  list: ProposeListingDto,
  'amend-listing': ProposeListingDto,
  renew: ProposeListingDto,
  remove: ProposeListingDto,
  reinstate: ProposeListingDto,
  exclude: ProposeExclusionDto,
  'amend-exclusion': ProposeExclusionAmendmentDto,
  'end-exclusion': ProposeExclusionEndDto,
  waive: ProposeWaiverDto,
  'revoke-waiver': ProposeWaiverRevocationDto,
  'merge-vendors': ProposeMergeDto,
  'unmerge-vendors': ProposeMergeDto,
  'end-affiliation': ProposeAffiliationEndDto,
  'decide-match': ProposeMatchDto,
} as const satisfies Record<ProposedAction, new () => ProposeDto>;

const CLASS_OF: ReadonlyMap<unknown, new () => ProposeDto> = new Map(Object.entries(CLASSES));

const UNKNOWN_ACTION = `must be one of ${Object.keys(CLASSES).join(', ')}`;

// Every action needs one, or the pages show what is refused: all members of one kind at once.
const EXAMPLES = Object.fromEntries(
  Object.entries(PROPOSAL_EXAMPLES satisfies Record<ProposedAction, object>).map(
    ([action, value]) => [action, { value }],
  ),
);

/** Tells the OpenAPI document what {@link ProposalBody} takes. */
export function ApiProposalBody(): MethodDecorator {
  const models = [...new Set(Object.values(CLASSES))];
  const mapping = Object.entries(CLASSES).map(([action, model]) => [action, getSchemaPath(model)]);
  return applyDecorators(
    ApiExtraModels(...models),
    ApiBody({
      examples: EXAMPLES,
      schema: {
        oneOf: models.map((model) => ({ $ref: getSchemaPath(model) })),
        discriminator: {
          propertyName: 'action',
          mapping: Object.fromEntries(mapping) as Record<string, string>,
        },
      },
    }),
  );
}
