import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { registerDecorator } from 'class-validator';
import { isWellFormedText } from '../http/validators';

const MAX_AGENCIES = 200;
const MAX_LENGTH = 100;

/** `all`, or an array of codes of agencies, each once. */
export const IsAgencies = (): PropertyDecorator =>
  applyDecorators(
    IsAllOrCodes(),
    ApiProperty({
      oneOf: [
        { type: 'string', enum: ['all'] },
        {
          ...{ type: 'array', maxItems: MAX_AGENCIES, uniqueItems: true },
          items: { type: 'string', minLength: 1, maxLength: MAX_LENGTH },
        },
      ],
      example: ['DHS', 'DOD'],
    }),
  );

function IsAllOrCodes(): PropertyDecorator {
  return (target, property) => {
    registerDecorator({
      name: 'isAgencies',
      target: target.constructor,
      propertyName: String(property),
      validator: {
        validate: (value) => value === 'all' || (Array.isArray(value) && areCodes(value)),
        defaultMessage: () =>
          `must be "all" or an array of at most ${MAX_AGENCIES} different codes of agencies`,
      },
    });
  };
}

const areCodes = (values: readonly unknown[]): boolean =>
  values.length <= MAX_AGENCIES && new Set(values).size === values.length && values.every(isCode);

const isCode = (value: unknown): boolean =>
  typeof value === 'string' && value.length <= MAX_LENGTH && isWellFormedText(value);
