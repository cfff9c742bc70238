import { Reflector } from '@nestjs/core';

/**
 * Marks a POST whose answer holds a secret. With an Idempotency-Key it is still carried out once only, but
 * its answer is never stored: a repetition gets 409 `secret-shown-once`.
 */
export const AnswersSecret = Reflector.createDecorator<boolean>();
