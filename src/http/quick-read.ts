import type { Type } from '@nestjs/common';
import { TransformationType, type TypeMetadata } from 'class-transformer';
import { defaultMetadataStorage } from 'class-transformer/cjs/storage';
import { getMetadataStorage } from 'class-validator';

/**
 * Reads a body as the class of its shape, where it surely fits.
 *
 * @param given what JSON.parse gave, and `scanJson` let pass
 * @returns the very value that class-validator would let through, or undefined where only that can tell
 */
export type QuickRead = (given: unknown) => object | undefined;

const readers = new WeakMap<Type, QuickRead | null>();

/**
 * The reader of a class, made once of the same rules that class-validator goes by, so that each rule is written once:
 * its own way through them takes ten times as long. It says no more than yes; why something does not fit is found out
 * by class-validator.
 *
 * @returns null for a class that has defaults, or rules other than those that bodies are described with here
 */
export function quickReaderOf(target: Type): QuickRead | null {
  const known = readers.get(target);
  if (known !== undefined) return known;
  // Until it is made: a class that holds itself has none.
  readers.set(target, null);
  const reader = makeReader(target);
  readers.set(target, reader);
  return reader;
}

type Rule = ReturnType<
  ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']
>[number];

type Part = Record<string, unknown>;

/** One member of a class. */
interface Member {
  readonly name: string;
  /** What becomes of a value that was sent; {@link UNSURE} where it may not fit. */
  readonly take: (value: unknown, given: object) => unknown;
  /** Whether the member of a whole instance, sent or not, fits its rules. */
  readonly fits: (made: Part) => boolean;
}

const UNSURE = Symbol('unsure');

function makeReader(target: Type): QuickRead | null {
  const rules = getMetadataStorage().getTargetValidationMetadatas(target, '', true, false);
  if (rules.length === 0 || !rules.every(isKnownRule) || isReshaped(target)) return null;
  const fresh = new target() as object;
  if (Object.values(fresh).some((value) => value !== undefined)) return null;
  const names = [...new Set([...Object.keys(fresh), ...rules.map((rule) => rule.propertyName)])];
  const members = names.map((name) => makeMember(target, name, rules));
  if (!members.every((member) => member !== null)) return null;
  const prototype = target.prototype as object;
  return (given) => (isPlain(given) ? read(given, members, prototype) : undefined);
}

function read(given: Part, members: readonly Member[], prototype: object): Part | undefined {
  const made = Object.create(prototype) as Part;
  let unread = Object.keys(given).length;
  for (const { name, take } of members) {
    const value = given[name];
    if (value === undefined) continue;
    const taken = take(value, given);
    if (taken === UNSURE) return undefined;
    made[name] = taken;
    unread -= 1;
  }
  return unread === 0 && members.every(({ fits }) => fits(made)) ? made : undefined;
}

const isPlain = (given: unknown): given is Part =>
  typeof given === 'object' && given !== null && Object.getPrototypeOf(given) === Object.prototype;

/** The kinds of rule that are checks of a value by itself. */
const CHECKS = ['customValidation', 'isDefined'];

const KNOWN_RULES = new Set([...CHECKS, 'conditionalValidation', 'nestedValidation']);

function isKnownRule(rule: Rule): boolean {
  // Absent where a decorator has no options, whatever the type says.
  const { groups = [], validateIf } = rule as Partial<Rule>;
  if (!KNOWN_RULES.has(rule.type) || groups.length > 0 || validateIf) return false;
  const checks = CHECKS.includes(rule.type) ? checksOf(rule.constraintCls) : [];
  return checks.every((check) => !check.async);
}

const checksOf = (constraint: object) =>
  getMetadataStorage().getTargetValidatorConstraints(constraint as Type);

/** Whether class-transformer hides or renames members of a class. */
const isReshaped = (target: Type): boolean =>
  defaultMetadataStorage.getExposedMetadatas(target).length > 0 ||
  defaultMetadataStorage.getExcludedMetadatas(target).length > 0;

function makeMember(target: Type, name: string, all: readonly Rule[]): Member | null {
  const rules = all.filter(({ propertyName }) => propertyName === name);
  const take = takingOf(target, name, rules);
  // Without a rule, class-validator takes a member for unknown.
  return take && rules.length > 0 ? { name, take, fits: fittingOf(name, rules) } : null;
}

function takingOf(target: Type, name: string, rules: readonly Rule[]): Member['take'] | null {
  const nested = rules.filter(({ type }) => type === 'nestedValidation');
  const typed = defaultMetadataStorage.findTypeMetadata(target, name) as TypeMetadata | undefined;
  const transforms = transformsOf(target, name);
  if (!typed) return nested.length === 0 ? takePlain(name, transforms) : null;
  const isOneClass = nested.length === 1 && !typed.options.discriminator;
  return isOneClass && transforms.length === 0 ? takeNested(typed, nested) : null;
}

function takeNested(typed: TypeMetadata, nested: readonly Rule[]): Member['take'] | null {
  const reader = quickReaderOf(typed.typeFunction() as Type);
  if (!reader) return null;
  return nested.some(({ each }) => each) ? takeEach(reader) : (value) => reader(value) ?? UNSURE;
}

const transformsOf = (target: Type, name: string) =>
  defaultMetadataStorage.findTransformMetadatas(target, name, TransformationType.PLAIN_TO_CLASS);

const takeEach =
  (reader: QuickRead): Member['take'] =>
  (values) => {
    if (!Array.isArray(values)) return UNSURE;
    const taken = values.map(reader);
    return taken.includes(undefined) ? UNSURE : taken;
  };

function takePlain(name: string, transforms: ReturnType<typeof transformsOf>): Member['take'] {
  if (transforms.length === 0) return (value) => value;
  return (value, given) => {
    if (typeof value === 'object') return UNSURE;
    const particulars = { key: name, obj: given, type: TransformationType.PLAIN_TO_CLASS };
    return transforms.reduce(
      (taken: unknown, { transformFn }) =>
        transformFn({ ...particulars, value: taken, options: {} }) as unknown,
      value,
    );
  };
}

function fittingOf(name: string, rules: readonly Rule[]): Member['fits'] {
  const conditions = rules
    .filter(({ type }) => type === 'conditionalValidation')
    .map(({ constraints }) => constraints[0] as (made: Part, value: unknown) => boolean);
  const checks = rules.filter(({ type }) => CHECKS.includes(type)).flatMap(checkingOf);
  const isNested = rules.some(({ type }) => type === 'nestedValidation');
  return (made) => {
    const value = made[name];
    if (!conditions.every((condition) => condition(made, value))) return true;
    // An object that was not sent is for the other rules to miss.
    if (isNested && value === null) return false;
    return checks.every((check) => check(made, value));
  };
}

function checkingOf({ constraintCls, constraints, each, target, propertyName: property }: Rule) {
  const targetName = typeof target === 'string' ? target : target.name;
  return checksOf(constraintCls).map(({ instance }) => (object: Part, value: unknown): boolean => {
    const particulars = { targetName, property, object, value, constraints };
    // A check may also promise; only class-validator waits for it.
    const passes = (one: unknown): boolean => instance.validate(one, particulars) === true;
    return each && Array.isArray(value) ? value.every(passes) : passes(value);
  });
}
