import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../access/allow';
import { LookUpVendor } from './look-up-vendor';
import { SearchVendors } from './search-vendors';
import { SearchedVendorAnswer, VendorFoundAnswer, VendorPage } from './vendor-answer.dto';
import { LookUpVendorDto, VendorsQuery } from './vendors.dto';

@ApiTags('vendors')
@Controller('v1/vendors')
export class VendorSearchController {
  constructor(
    private readonly searchVendors: SearchVendors,
    private readonly lookUpVendor: LookUpVendor,
  ) {}

  /**
   * Vendors in order of their legal names, narrowed to those on a list or excluded. With `q`, those whose names resemble
   * it, the most alike first, at most 100: to be asked while somebody is typing. One that was merged into another is then
   * shown as that other. A likeness is for a person to look at; no purchase may rest on it.
   */
  @Get()
  @Allow('procurement', 'admin', 'auditor')
  async page(@Query() query: VendorsQuery): Promise<VendorPage> {
    const { items, next, position } = await this.searchVendors.execute(query);
    const answers = items.map((vendor) => SearchedVendorAnswer.searched(vendor, position));
    return { items: answers, next, position };
  }

  /**
   * Whom an identifier or a name means. An identifier never stands in an address, so this is a POST; nothing is
   * recorded. Nobody found is an answer: `vendor` is null. Of a vendor that was merged into another, the other is meant.
   * A name means the one vendor that goes by that very name; whoever only resembles it is a candidate.
   */
  @Post('lookup')
  @HttpCode(200)
  @Allow('procurement', 'admin', 'auditor')
  async lookUp(@Body() body: LookUpVendorDto): Promise<VendorFoundAnswer> {
    return VendorFoundAnswer.of(await this.lookUpVendor.execute(body));
  }
}
