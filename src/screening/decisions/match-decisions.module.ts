import { Module } from '@nestjs/common';
import { DecideMatch } from './decide-match';
import { MatchDecisionsController } from './match-decisions.controller';
import { ReadMatchDecisions } from './read-match-decisions';

/** What persons found of pairs that may be one. */
@Module({
  controllers: [MatchDecisionsController],
  providers: [DecideMatch, ReadMatchDecisions],
  exports: [DecideMatch],
})
export class MatchDecisionsModule {}
