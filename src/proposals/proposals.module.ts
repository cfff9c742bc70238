import { Module } from '@nestjs/common';
import { ApproveProposal } from './approve-proposal';
import { ConfirmSuspension } from './confirm-suspension';
import { DeclineProposal } from './decline-proposal';
import { LapseWatch } from './lapse-watch';
import { ProposalsController } from './proposals.controller';
import { Propose } from './propose';
import { ReadProposals } from './read-proposals';
import { ReadSuspensions } from './read-suspensions';
import { RecordLapses } from './record-lapses';
import { Suspend } from './suspend';
import { SuspensionsController } from './suspensions.controller';

const USE_CASES = [
  ...[Propose, ApproveProposal, DeclineProposal],
  ...[Suspend, ConfirmSuspension, RecordLapses],
];

/** How lists change: by two persons, or at once for a while. */
@Module({
  controllers: [ProposalsController, SuspensionsController],
  providers: [...USE_CASES, ReadProposals, ReadSuspensions, LapseWatch],
  exports: USE_CASES,
})
export class ProposalsModule {}
