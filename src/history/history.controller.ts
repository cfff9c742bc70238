import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow } from '../access/allow';
import { IdParam } from '../http/id-param';
import { VendorNotFound } from '../vendors/domain/errors';
import { EntryNotFound } from './domain/errors';
import { EntryAnswer, EntryPage, HistoryQuery, VendorHistoryQuery } from './history.dto';
import { ReadHistory } from './read-history';

@ApiTags('history')
@Controller('v1')
export class HistoryController {
  constructor(private readonly readHistory: ReadHistory) {}

  /** Everything that was changed, in order: who, when, on whose authority, before and after. */
  @Get('history')
  @ApiOkResponse({ type: EntryPage })
  @Allow('auditor')
  page(@Query() query: HistoryQuery): Promise<EntryPage | StreamableFile> {
    return this.answer(query);
  }

  /** One entry, whole. */
  @Get('history/:position')
  @Allow('auditor')
  read(@Param('position') position: string): Promise<EntryAnswer> {
    if (!/^\d{1,15}$/.test(position)) throw new EntryNotFound(position);
    return this.readHistory.one(Number(position));
  }

  /** Everything that was changed about one vendor. */
  @Get('vendors/:id/history')
  @ApiOkResponse({ type: EntryPage })
  @Allow('auditor')
  ofVendor(
    @Param('id', new IdParam(VendorNotFound)) vendor: string,
    @Query() query: VendorHistoryQuery,
  ): Promise<EntryPage | StreamableFile> {
    return this.answer({ ...query, vendor });
  }

  private answer(query: HistoryQuery): Promise<EntryPage | StreamableFile> {
    const { format = 'json' } = query;
    return format === 'json'
      ? this.readHistory.page(query)
      : this.readHistory.stream(query, format);
  }
}
