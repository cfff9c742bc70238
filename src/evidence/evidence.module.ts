import { Module } from '@nestjs/common';
import { EvidenceController } from './evidence.controller';
import { ProveCheck } from './prove-check';
import { ReadSeals } from './read-seals';
import { SealChecks } from './seal-checks';
import { SealWatch } from './seal-watch';

/** Evidence that recorded checks are as they were answered: seals that stand in the history, and proofs from them. */
@Module({
  controllers: [EvidenceController],
  providers: [SealChecks, SealWatch, ReadSeals, ProveCheck],
})
export class EvidenceModule {}
