import { Module } from '@nestjs/common';
import { ApproveProposal } from './approve-proposal';
import { ConfirmSuspension } from './confirm-suspension';
import { DeclineProposal } from './decline-proposal';
import { ProposalsController } from './proposals.controller';
import { Propose } from './propose';
import { ReadProposals } from './read-proposals';
import { Suspend } from './suspend';
import { SuspensionsController } from './suspensions.controller';

const USE_CASES = [Propose, ApproveProposal, DeclineProposal, Suspend, ConfirmSuspension];

/** How lists change: by two persons, or at once for a while. */
@Module({
  controllers: [ProposalsController, SuspensionsController],
  providers: [...USE_CASES, ReadProposals],
  exports: USE_CASES,
})
export class ProposalsModule {}
