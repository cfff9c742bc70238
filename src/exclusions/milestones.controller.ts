import { applyDecorators, Body, Controller, Get, Header, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Allow } from '../access/allow';
import { CurrentCaller, type Caller } from '../access/caller';
import { IdParam } from '../http/id-param';
import { ExclusionNotFound } from './domain/errors';
import { ExclusionAtQuery } from './exclusions.dto';
import {
  CalendarQuery,
  ExclusionMilestonesAnswer,
  MilestonePage,
  MilestoneReportAnswer,
  MilestonesQuery,
  ReportMilestoneDto,
} from './milestones.dto';
import { ReadMilestones } from './read-milestones';
import { ReportMilestone } from './report-milestone';

const ExclusionId = new IdParam(ExclusionNotFound);

/** Answers an iCalendar file (RFC 5545). */
const GivesCalendar = (): MethodDecorator =>
  applyDecorators(
    Header('Content-Type', 'text/calendar; charset=utf-8'),
    ApiProduces('text/calendar'),
    ApiOkResponse({
      description: 'A calendar (RFC 5545) with one event for each milestone.',
      content: { 'text/calendar': { schema: { type: 'string' } } },
    }),
  );

@ApiTags('exclusions')
@Controller('v1')
export class MilestonesController {
  constructor(
    private readonly reportMilestone: ReportMilestone,
    private readonly readMilestones: ReadMilestones,
  ) {}

  /** Reports that the caller's own agency has done what a milestone asks. The newest report of an agency counts. */
  @Post('exclusions/:id/milestones/:code/reports')
  @Allow('procurement', 'admin')
  async report(
    @Param('id', ExclusionId) exclusion: string,
    @Param('code') code: string,
    @Body() { doneAt = null, evidenceSha256, note = null }: ReportMilestoneDto,
    @CurrentCaller() caller: Caller,
  ): Promise<MilestoneReportAnswer> {
    const evidence = evidenceSha256.toLowerCase();
    const done = { exclusion, code, doneAt, evidenceSha256: evidence, note };
    const { report, position } = await this.reportMilestone.execute(done, caller);
    return MilestoneReportAnswer.of(report, position);
  }

  /** The milestones of an exclusion, and how far each agency is at an instant, as known now or then. */
  @Get('exclusions/:id/milestones')
  @Allow('procurement', 'admin', 'auditor')
  ofExclusion(
    @Param('id', ExclusionId) id: string,
    @Query() query: ExclusionAtQuery,
  ): Promise<ExclusionMilestonesAnswer> {
    return this.readMilestones.ofExclusion(id, query);
  }

  /** The milestones of an exclusion as a calendar. */
  @Get('exclusions/:id/milestones.ics')
  @GivesCalendar()
  @Allow('procurement', 'admin', 'auditor')
  calendarOfExclusion(@Param('id', ExclusionId) id: string): Promise<string> {
    return this.readMilestones.calendarOfExclusion(id);
  }

  /** The milestones of all exclusions in effect, those due first, and how far each agency is. */
  @Get('milestones')
  @Allow('procurement', 'admin', 'auditor')
  page(@Query() query: MilestonesQuery): Promise<MilestonePage> {
    return this.readMilestones.page(query);
  }

  /** The milestones of all exclusions in effect as a calendar. */
  @Get('milestones.ics')
  @GivesCalendar()
  @Allow('procurement', 'admin', 'auditor')
  calendar(@Query() query: CalendarQuery): Promise<string> {
    return this.readMilestones.calendar(query);
  }
}
