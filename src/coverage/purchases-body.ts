import { applyDecorators, type PipeTransform } from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';
import { ApiCsvBody, CsvBody } from '../http/csv-body';
import { RequestValidation } from '../http/validation';
import { AskCoverageDto } from './coverage.dto';
import { readCsvPurchases } from './csv-purchases';
import type { GivenPurchases } from './given-purchase';
import { readJsonPurchases } from './json-purchases';

/** Reads purchases out of a body, whichever kind it is of. */
export class PurchasesBody implements PipeTransform<unknown, Promise<GivenPurchases>> {
  private readonly validation = new RequestValidation();

  /**
   * @throws {MalformedCsv} {TooManyPurchases} as `readCsvPurchases` does
   * @throws {InvalidRequest} when JSON holds anything but an array of purchases
   */
  async transform(body: unknown): Promise<GivenPurchases> {
    if (body instanceof CsvBody) return body.read(readCsvPurchases);
    const metadata = { type: 'body', metatype: AskCoverageDto } as const;
    const read = (await this.validation.transform(body ?? {}, metadata)) as AskCoverageDto;
    return readJsonPurchases(read.purchases);
  }
}

const EXAMPLE = `reference,uei,awarded_at,agency,list,amount,currency
PR-2017-0042,KLABDEMX0015,2017-07-12T15:30:00Z,DHS,gsa-schedule-70,1250.00,USD
PR-2017-0043,ACMEDEMX0015,2017-07-12,DHS,,,
`;

const WORDS = `Up to 100 000 purchases in 16 MiB, with a header. Columns, in any order: \`reference\`, \`uei\`, \`cage\`, \
\`duns\`, \`lei\`, \`id\`, \`name\`, \`awarded_at\`, \`agency\`, \`list\`, \`amount\`, \`currency\`. \`awarded_at\` and one \
that names the vendor are needed; others are ignored, and named in the answer. An empty cell says nothing.`;

/** Tells the OpenAPI document what {@link PurchasesBody} takes. */
export const ApiPurchases = (): MethodDecorator =>
  applyDecorators(ApiBody({ type: AskCoverageDto }), ApiCsvBody(WORDS, EXAMPLE));
