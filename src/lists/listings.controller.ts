import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../access/allow';
import { ListingPage, ListingsQuery } from './listings.dto';
import { ReadListings } from './read-listings';

@ApiTags('lists')
@Controller('v1')
export class ListingsController {
  constructor(private readonly readListings: ReadListings) {}

  /** A list's listings as they stand at an instant, as known now or then. */
  @Get('lists/:code/listings')
  @Allow('procurement', 'admin', 'auditor')
  onList(@Param('code') code: string, @Query() query: ListingsQuery): Promise<ListingPage> {
    return this.readListings.onList(code, query);
  }
}
