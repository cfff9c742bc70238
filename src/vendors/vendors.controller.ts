import { Body, Controller, Get, Headers, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow } from '../access/allow';
import { actorOf, CurrentCaller, type Caller } from '../access/caller';
import { etagOf, requireMatch } from '../http/etag';
import { KnownAtQuery } from '../http/known-at.dto';
import { AmendVendor } from './amend-vendor';
import { ReadVendor } from './read-vendor';
import { RegisterVendor } from './register-vendor';
import { VendorAnswer, WrittenVendorAnswer } from './vendor-answer.dto';
import { AmendVendorDto, RegisterVendorDto } from './vendors.dto';

@ApiTags('vendors')
@Controller('v1/vendors')
export class VendorsController {
  constructor(
    private readonly registerVendor: RegisterVendor,
    private readonly amendVendor: AmendVendor,
    private readonly readVendor: ReadVendor,
  ) {}

  /** Registers a vendor. */
  @Post()
  @Allow('admin')
  async register(
    @Body() body: RegisterVendorDto,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WrittenVendorAnswer> {
    const registration = { ...body, country: body.country ?? null };
    const registered = await this.registerVendor.execute(registration, actorOf(caller));
    const { id, revision } = registered.vendor;
    void reply.header('Location', `/v1/vendors/${id}`).header('ETag', etagOf(revision));
    return WrittenVendorAnswer.written(registered);
  }

  /** One vendor with all its identifiers and names, and which vendors were merged with it. */
  @Get(':id')
  @Allow('procurement', 'admin', 'auditor')
  async read(
    @Param('id') id: string,
    @Query() { knownAt }: KnownAtQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<VendorAnswer> {
    const { vendor, position } = await this.readVendor.execute(id, knownAt);
    void reply.header('ETag', etagOf(vendor.revision));
    return VendorAnswer.of(vendor, position);
  }

  /**
   * Changes the name, country, identifiers or other names of a vendor. Nothing that was said before is lost. A vendor
   * that was merged into another is changed no more.
   */
  @Patch(':id')
  @Allow('admin')
  async amend(
    @Param('id') id: string,
    @Body() body: AmendVendorDto,
    @CurrentCaller() caller: Caller,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WrittenVendorAnswer> {
    const amended = await this.amendVendor.execute(id, body, actorOf(caller), (revision) =>
      requireMatch(ifMatch, revision),
    );
    void reply.header('ETag', etagOf(amended.vendor.revision));
    return WrittenVendorAnswer.written(amended);
  }
}
