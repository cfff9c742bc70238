import { applyDecorators } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiExtension } from '@nestjs/swagger';

export const OnlyReads = Reflector.createDecorator<boolean>();

/** Marks a POST that changes nothing, however often it is sent: it takes no Idempotency-Key, and nothing is kept of it. */
export const ChangesNothing = (): MethodDecorator =>
  applyDecorators(OnlyReads(true), ApiExtension('x-changes-nothing', true));
