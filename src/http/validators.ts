import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsDate,
  MaxLength,
  MinLength,
  registerDecorator,
  ValidateIf,
  type ValidationOptions,
} from 'class-validator';

const RFC_3339 = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;

/** May be left out, but not be null. A member that may be null as well is `@IsOptional()`. */
export const MayBeAbsent = (): PropertyDecorator =>
  ValidateIf((_, value: unknown) => value !== undefined);

/** Text for people: 1 to `max` characters, not blank, without control characters and lone surrogates. */
export const IsText = (max: number): PropertyDecorator =>
  applyDecorators(
    MinLength(1),
    MaxLength(max),
    IsWellFormed(),
    ApiProperty({ minLength: 1, maxLength: max }),
  );

/** At most `most` different texts for people, each as {@link IsText} has it. */
export const IsTexts = (most: number, max: number): PropertyDecorator =>
  applyDecorators(
    IsArray(),
    ArrayMaxSize(most),
    ArrayUnique(),
    MinLength(1, { each: true }),
    MaxLength(max, { each: true }),
    IsWellFormed({ each: true }),
    ApiProperty({
      ...{ type: 'array', maxItems: most, uniqueItems: true },
      items: { type: 'string', minLength: 1, maxLength: max },
    }),
  );

/** A string that UTF-8 and PostgreSQL can both hold, and that is more than white space. */
export function IsWellFormed(options: ValidationOptions = {}): PropertyDecorator {
  return (target, property) => {
    registerDecorator({
      name: 'isWellFormed',
      target: target.constructor,
      propertyName: String(property),
      options,
      validator: {
        validate: (value) => typeof value === 'string' && isWellFormedText(value),
        defaultMessage: () =>
          'must be text that is not blank, without control characters or lone surrogates',
      },
    });
  };
}

/** Whether text shows something, and has neither control characters (tab and line ends aside) nor lone surrogates. */
export function isWellFormedText(text: string): boolean {
  return text.isWellFormed() && !/(?![\t\n\r])\p{Cc}/u.test(text) && SHOWS.test(text);
}

// White space shows nothing, nor do characters that only join others or turn their direction.
const SHOWS = /[^\s\p{Z}\p{Cf}]/u;

/** An RFC 3339 time with its zone, between the years 1900 and 9999; becomes a Date. */
export const IsInstant = (): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => parseInstant(value) ?? value),
    IsDate({ message: 'must be an RFC 3339 time with a zone, such as 2017-07-11T00:00:00.000Z' }),
    ApiProperty({ type: String, format: 'date-time', example: '2017-07-11T00:00:00.000Z' }),
  );

/** @returns the instant, to the millisecond, or undefined where the text is not an RFC 3339 time with a zone */
export function parseInstant(text: unknown): Date | undefined {
  const day = typeof text === 'string' ? RFC_3339.exec(text)?.[1] : undefined;
  if (day === undefined || !isDay(day)) return undefined;
  const instant = new Date(text as string);
  return Number.isNaN(instant.getTime()) || instant.getUTCFullYear() < 1900 ? undefined : instant;
}

/** Whether the calendar has a day: neither the thirteenth month nor 30 February. */
function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** `true` or `false` in an address; becomes a boolean. */
export const IsFlag = (): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => FLAGS.get(value) ?? value),
    IsBoolean({ message: 'must be true or false' }),
    ApiProperty({ type: Boolean }),
  );

const FLAGS: ReadonlyMap<unknown, boolean> = new Map([
  ['true', true],
  ['false', false],
]);

/** A history position (number of entries) or an RFC 3339 time; becomes a number or a Date. */
export const IsKnownAt = (): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => parseKnownAt(value) ?? value),
    IsPositionOrInstant(),
    ApiProperty({
      oneOf: [
        { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER },
        { type: 'string', format: 'date-time' },
      ],
    }),
  );

/** @returns a position, an instant, or undefined where the value is neither */
export function parseKnownAt(value: unknown): number | Date | undefined {
  const position = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
  return typeof position === 'number' ? position : parseInstant(value);
}

function IsPositionOrInstant(): PropertyDecorator {
  return (target, property) => {
    registerDecorator({
      name: 'isKnownAt',
      target: target.constructor,
      propertyName: String(property),
      validator: {
        validate: (value) =>
          value instanceof Date || (Number.isSafeInteger(value) && (value as number) >= 0),
        defaultMessage: () => 'must be a history position or an RFC 3339 time with a zone',
      },
    });
  };
}
