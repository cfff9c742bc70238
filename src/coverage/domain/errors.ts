import { RegistryError } from '../../problems/registry-error';

/** The body is no CSV, or none with the columns that are needed: what a line means is uncertain then. */
export class MalformedCsv extends RegistryError {
  readonly code = 'malformed-csv';

  /** @param line where it is broken, where that is known */
  constructor(why: string, line?: number) {
    super(why, { members: line === undefined ? {} : { line } });
  }
}

/** More purchases than are looked at in one request. */
export class TooManyPurchases extends RegistryError {
  readonly code = 'payload-too-large';

  /** @param limit what there is too much of, as "100000 rows" */
  constructor(limit: string) {
    super(`The body has more than ${limit}; send it in parts.`);
  }
}
