import { ValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import { getMetadataStorage, ValidationError, type ValidatorOptions } from 'class-validator';
import { pointerTo } from './domain/json-pointer';
import { InvalidRequest, type Violation } from '../problems/registry-error';
import { quickReaderOf } from './quick-read';

type ValidationMetadata = ReturnType<
  ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']
>[number];

const MOST_VIOLATIONS = 50;

/** Refuses bodies and queries whose shape is not the one that their class describes, naming each member. */
export class RequestValidation extends ValidationPipe {
  constructor() {
    super({
      transform: true,
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      stopAtFirstError: false,
      exceptionFactory: (errors) =>
        new InvalidRequest(violationsIn(errors).slice(0, MOST_VIOLATIONS)),
    });
  }

  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const { type, metatype } = metadata;
    if (type === 'custom') return Promise.resolve(value);
    const quick = type === 'body' && metatype ? quickReaderOf(metatype)?.(value) : undefined;
    return quick ? Promise.resolve(quick) : this.examine(value, metadata);
  }

  /**
   * Reads a value by class-validator alone: slowly, and with the words for all that is wrong.
   *
   * @throws {InvalidRequest} naming each member that breaks a rule
   */
  async examine(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const taken: unknown = await super.transform(value, metadata);
    leaveOutAbsent(taken);
    return taken;
  }

  protected override async validate(
    object: object,
    options?: ValidatorOptions,
  ): Promise<ValidationError[]> {
    return [...misplacedArrays(object), ...(await super.validate(object, options))];
  }
}

/**
 * Takes away the members that were not sent. A class gives each of its members to every instance, as undefined;
 * whoever spreads that over a default would undo the default.
 */
function leaveOutAbsent(part: unknown): void {
  if (typeof part !== 'object' || part === null || part instanceof Date) return;
  for (const [name, value] of Object.entries(part)) {
    if (value === undefined) Reflect.deleteProperty(part, name);
    else leaveOutAbsent(value);
  }
}

/** Arrays where one object should be: class-validator looks into their items, and finds nothing wrong with none. */
function misplacedArrays(object: object): ValidationError[] {
  return nestedIn(object.constructor).flatMap(({ propertyName, each }) => {
    const value = (object as Record<string, unknown>)[propertyName];
    if (Array.isArray(value) && !each) return [misplaced(propertyName)];
    const children = Array.isArray(value) ? value.flatMap(misplacedAt) : misplacedIn(value);
    return children.length === 0 ? [] : [errorAt(propertyName, { children })];
  });
}

const misplaced = (property: string): ValidationError =>
  errorAt(property, { constraints: { nestedValidation: '' } });

const misplacedIn = (value: unknown): ValidationError[] =>
  typeof value === 'object' && value !== null ? misplacedArrays(value) : [];

function misplacedAt(item: unknown, index: number): ValidationError[] {
  if (Array.isArray(item)) return [misplaced(String(index))];
  const children = misplacedIn(item);
  return children.length === 0 ? [] : [errorAt(String(index), { children })];
}

const nestedByClass = new WeakMap<object, ValidationMetadata[]>();

/** The members of a class that are objects of other classes. */
function nestedIn(target: object): ValidationMetadata[] {
  const known = nestedByClass.get(target);
  if (known) return known;
  const nested = getMetadataStorage()
    .getTargetValidationMetadatas(target as new () => object, '', true, false)
    .filter(({ type }) => type === 'nestedValidation');
  nestedByClass.set(target, nested);
  return nested;
}

const errorAt = (property: string, found: Partial<ValidationError>): ValidationError =>
  Object.assign(new ValidationError(), { property }, found);

/** Every broken rule, with the JSON Pointer of its member, as they stand in the request. */
function violationsIn(errors: readonly ValidationError[], parent = ''): Violation[] {
  return errors.flatMap(({ property, constraints = {}, children = [] }) => {
    // An unknown value in an array has no name of its own.
    const pointer =
      (property as string | undefined) === undefined ? parent : pointerTo(parent, property);
    const own = Object.entries(constraints).map(([rule, message]) => ({
      pointer,
      message: REWORDED[rule] ?? withoutName(message, property),
    }));
    return [...own, ...violationsIn(children, pointer)];
  });
}

// class-validator's own words for these speak of properties and functions.
const REWORDED: Readonly<Record<string, string>> = {
  whitelistValidation: 'is not a known member',
  unknownValue: 'must be an object',
  nestedValidation: 'must be an object, or an array of objects where the member is one',
};

function withoutName(message: string, property: string): string {
  return message.startsWith(`${property} `) ? message.slice(property.length + 1) : message;
}
