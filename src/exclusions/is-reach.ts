import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type SchemaObject } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayUnique, IsArray, IsIn } from 'class-validator';
import { REACHES } from './domain/exclusion';

const ONE: SchemaObject = { type: 'string', enum: [...REACHES] };

/** One reach, or an array of several, each once; becomes an array. */
export const IsReach = (): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? [value] : value)),
    IsArray(),
    ArrayUnique(),
    IsIn(REACHES, { each: true }),
    ApiProperty({ oneOf: [ONE, { type: 'array', uniqueItems: true, items: ONE }] }),
  );
