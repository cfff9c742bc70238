import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow } from '../access/allow';
import { CurrentCaller, type Caller } from '../access/caller';
import { IdParam } from '../http/id-param';
import { ApproveProposal } from './approve-proposal';
import { contentOf } from './content-of';
import { DeclineProposal } from './decline-proposal';
import { ProposalNotFound } from './domain/errors';
import { ApiProposalBody, ProposalBody, type ProposeDto } from './proposal-body.pipe';
import {
  ApproveDto,
  DeclineDto,
  ProposalAnswer,
  ProposalPage,
  ProposalsQuery,
} from './proposals.dto';
import { Propose } from './propose';
import { ReadProposals } from './read-proposals';

const ProposalId = new IdParam(ProposalNotFound);

@ApiTags('proposals')
@Controller('v1/proposals')
export class ProposalsController {
  constructor(
    private readonly propose: Propose,
    private readonly approveProposal: ApproveProposal,
    private readonly declineProposal: DeclineProposal,
    private readonly readProposals: ReadProposals,
  ) {}

  /**
   * Proposes a change of a list, an exclusion or of who is who. Nothing changes until another person approves; the
   * answer says what would, and what is unusual about it.
   */
  @Post()
  @HttpCode(202)
  @ApiProposalBody()
  @Allow('admin')
  async make(
    @Body(new ProposalBody()) body: ProposeDto,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProposalAnswer> {
    const { proposal, position } = await this.propose.execute(contentOf(body), caller);
    void reply.header('Location', `/v1/proposals/${proposal.id}`);
    return ProposalAnswer.of(proposal, position);
  }

  /** Proposals, newest first. */
  @Get()
  @Allow('admin', 'auditor')
  page(@Query() query: ProposalsQuery): Promise<ProposalPage> {
    return this.readProposals.page(query);
  }

  /** One proposal with its digest, and how it was decided. */
  @Get(':id')
  @Allow('admin', 'auditor')
  read(@Param('id', ProposalId) id: string): Promise<ProposalAnswer> {
    return this.readProposals.one(id);
  }

  /** Approves exactly what was read; the last approval needed carries the change out. Never by its proposer. */
  @Post(':id/approve')
  @HttpCode(200)
  @Allow('admin')
  async approve(
    @Param('id', ProposalId) id: string,
    @Body() { sha256 }: ApproveDto,
    @CurrentCaller() caller: Caller,
  ): Promise<ProposalAnswer> {
    const { proposal, position } = await this.approveProposal.execute(id, sha256, caller);
    return ProposalAnswer.of(proposal, position);
  }

  /** Another person's no. */
  @Post(':id/reject')
  @HttpCode(200)
  @Allow('admin')
  async reject(
    @Param('id', ProposalId) id: string,
    @Body() { reason }: DeclineDto,
    @CurrentCaller() caller: Caller,
  ): Promise<ProposalAnswer> {
    const declining = { state: 'rejected', reason: reason ?? null } as const;
    const { proposal, position } = await this.declineProposal.execute(id, declining, caller);
    return ProposalAnswer.of(proposal, position);
  }

  /** The proposer takes it back. */
  @Post(':id/withdraw')
  @HttpCode(200)
  @Allow('admin')
  async withdraw(
    @Param('id', ProposalId) id: string,
    @Body() { reason }: DeclineDto,
    @CurrentCaller() caller: Caller,
  ): Promise<ProposalAnswer> {
    const declining = { state: 'withdrawn', reason: reason ?? null } as const;
    const { proposal, position } = await this.declineProposal.execute(id, declining, caller);
    return ProposalAnswer.of(proposal, position);
  }
}
