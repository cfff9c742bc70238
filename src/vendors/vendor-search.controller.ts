import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../access/allow';
import { LookUpVendor } from './look-up-vendor';
import { SearchVendors } from './search-vendors';
import { VendorAnswer, VendorFoundAnswer, VendorPage } from './vendor-answer.dto';
import { LookUpVendorDto, VendorsQuery } from './vendors.dto';

@ApiTags('vendors')
@Controller('v1/vendors')
export class VendorSearchController {
  constructor(
    private readonly searchVendors: SearchVendors,
    private readonly lookUpVendor: LookUpVendor,
  ) {}

  /** Vendors in order of their legal names, narrowed to those whose names hold some words or that are on a list. */
  @Get()
  @Allow('procurement', 'admin', 'auditor')
  async page(@Query() query: VendorsQuery): Promise<VendorPage> {
    const { items, next, position } = await this.searchVendors.execute(query);
    return { items: items.map((vendor) => VendorAnswer.of(vendor, position)), next, position };
  }

  /**
   * Whom an identifier or a name means. An identifier never stands in an address, so this is a POST; nothing is
   * recorded. Nobody found is an answer: `vendor` is null. Of a vendor that was merged into another, the other is meant.
   */
  @Post('lookup')
  @HttpCode(200)
  @Allow('procurement', 'admin', 'auditor')
  async lookUp(@Body() body: LookUpVendorDto): Promise<VendorFoundAnswer> {
    return VendorFoundAnswer.of(await this.lookUpVendor.execute(body));
  }
}
