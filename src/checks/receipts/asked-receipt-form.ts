import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { NotAcceptable } from '../../http/errors';
import { askedForm } from '../domain/asked-form';
import { RECEIPT_FORMS } from '../domain/receipt-form';
import type { AskedForm } from './receipt-issuer';

/**
 * Hands a controller's method the form of receipt that the request's `Accept` asks for; undefined where it asks for none.
 *
 * @throws {NotAcceptable} where it takes only forms that there are none of
 */
export const AskedReceiptForm = createParamDecorator(
  (_: unknown, context: ExecutionContext): AskedForm => {
    const { headers } = context.switchToHttp().getRequest<FastifyRequest>();
    const form = askedForm(headers.accept);
    if (form === 'unknown') throw new NotAcceptable(OFFERED);
    return form;
  },
);

const OFFERED = RECEIPT_FORMS.map((form) => `application/json; receipt=${form}`);
