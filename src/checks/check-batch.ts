import { Injectable } from '@nestjs/common';
import { Environment } from '../config/environment';
import { RequestValidation } from '../http/validation';
import { InvalidRequest, RegistryError } from '../problems/registry-error';
import { toProblem } from '../problems/to-problem';
import type { CheckBatchAnswer, CheckOutcomeAnswer } from './check-answer.dto';
import { CheckDto } from './checks.dto';
import { MakeCheck } from './make-check';
import { ReceiptIssuer, type AskedForm } from './receipts/receipt-issuer';
import type { Asking } from './recording/asking';
import type { Outcome } from './recording/outcome';

/** The request that checks came in, as its problems tell it. */
export interface Origin {
  /** The path that was asked. */
  readonly instance: string;
  readonly requestId: string;
  /** The form of receipt that it asks for. */
  readonly form: AskedForm;
}

/** Many checks of one request. What is wrong with one, in shape or in meaning, is told of it alone. */
@Injectable()
export class CheckBatch {
  private readonly validation = new RequestValidation();

  constructor(
    private readonly makeCheck: MakeCheck,
    private readonly receipts: ReceiptIssuer,
    private readonly environment: Environment,
  ) {}

  /** @throws {NotRecordedInTime} when the records could not be committed in time */
  async execute(
    given: readonly unknown[],
    caller: Asking,
    origin: Origin,
  ): Promise<CheckBatchAnswer> {
    const read = await Promise.all(given.map((one) => this.read(one)));
    const wellFormed = read.filter((one) => one instanceof CheckDto);
    const { position, outcomes } = await this.makeCheck.executeAll(wellFormed, caller);
    const outcomeOf = new Map<unknown, Outcome | undefined>(
      wellFormed.map((one, index) => [one, outcomes[index]]),
    );
    const results = read.map((one) => {
      const outcome = one instanceof CheckDto ? outcomeOf.get(one) : { refusal: one };
      if (!outcome) throw new Error('A question had no outcome.');
      return this.answer(outcome, origin);
    });
    return { position, results };
  }

  private async read(given: unknown): Promise<CheckDto | RegistryError> {
    if (typeof given !== 'object' || given === null || Array.isArray(given)) {
      return new InvalidRequest([{ pointer: '', message: 'must be an object' }]);
    }
    try {
      const metadata = { type: 'body', metatype: CheckDto } as const;
      return (await this.validation.transform(given, metadata)) as CheckDto;
    } catch (error) {
      if (error instanceof RegistryError) return error;
      throw error;
    }
  }

  private answer(outcome: Outcome, { form, ...origin }: Origin): CheckOutcomeAnswer {
    if ('check' in outcome) return { check: this.receipts.answer(outcome, form) };
    return { problem: toProblem(outcome.refusal, { base: this.environment.BASE_URL, ...origin }) };
  }
}
