import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow } from '../../access/allow';
import { actorOf, CurrentCaller, type Caller } from '../../access/caller';
import { IdParam } from '../../http/id-param';
import { KnownAtQuery } from '../../http/known-at.dto';
import { DecideMatch } from './decide-match';
import { MatchDecisionNotFound } from './domain/errors';
import type { GivenPair } from './domain/pair';
import { MatchDecisionPage, WholeMatchDecisionAnswer } from './match-decision-answer.dto';
import { DecideMatchDto, MatchDecisionsQuery } from './match-decisions.dto';
import { ReadMatchDecisions } from './read-match-decisions';

@ApiTags('screening')
@Controller('v1/screening/decisions')
export class MatchDecisionsController {
  constructor(
    private readonly decideMatch: DecideMatch,
    private readonly readMatchDecisions: ReadMatchDecisions,
  ) {}

  /**
   * Records what one person finds of two that may be one: `same`, `not-same`, or `undecided`, which takes back what was
   * found. It counts in checks until either record changes.
   *
   * What would loosen what bars one of them takes a second person, and is refused with `finding-takes-two`: propose
   * `decide-match`. The same finding is never a permission: it lets what bars the one bar the other.
   */
  @Post()
  @Allow('admin')
  async decide(
    @Body() body: DecideMatchDto,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WholeMatchDecisionAnswer> {
    const { finding, replaces, reason, authority } = body;
    const { decision, entry } = await this.decideMatch.execute(
      { ...pairIn(body), finding, replaces, reason, authority: authority && { ...authority } },
      actorOf(caller),
    );
    void reply.header('Location', `/v1/screening/decisions/${decision}`);
    return this.readMatchDecisions.one(decision, entry + 1);
  }

  /** What is found of pairs, the newest pair first, as known now or then; what was taken back is not among them. */
  @Get()
  @Allow('procurement', 'admin', 'auditor')
  page(@Query() query: MatchDecisionsQuery): Promise<MatchDecisionPage> {
    return this.readMatchDecisions.page(query);
  }

  /** What is found of one pair, and all that was found of it before. */
  @Get(':id')
  @Allow('procurement', 'admin', 'auditor')
  one(
    @Param('id', new IdParam(MatchDecisionNotFound)) id: string,
    @Query() { knownAt }: KnownAtQuery,
  ): Promise<WholeMatchDecisionAnswer> {
    return this.readMatchDecisions.one(id, knownAt);
  }
}

const pairIn = ({ vendor, name, other, exclusion }: DecideMatchDto): GivenPair => ({
  ...{ vendor: idOf(vendor), name: name?.trim() ?? null },
  ...{ other: idOf(other), exclusion: idOf(exclusion) },
});

const idOf = (text: string | undefined): string | null => text?.toLowerCase() ?? null;
