import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { InvalidRequest, type Violation } from '../problems/registry-error';

const MOST_VIOLATIONS = 50;
const LONGEST_NAME = 100;

/** Refuses bodies and queries whose shape is not the one that their class describes, naming each member. */
export const requestValidation = (): ValidationPipe =>
  new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: false,
    exceptionFactory: (errors) =>
      new InvalidRequest(violationsIn(errors).slice(0, MOST_VIOLATIONS)),
  });

/** Every broken rule, with the JSON Pointer of its member, as they stand in the request. */
export function violationsIn(errors: readonly ValidationError[], parent = ''): Violation[] {
  return errors.flatMap(({ property, constraints = {}, children = [] }) => {
    const pointer = pointerTo(parent, property);
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

/** JSON Pointer (RFC 6901) of a member of `parent`. */
export function pointerTo(parent: string, member: string | undefined): string {
  if (member === undefined) return parent;
  const name = member.length > LONGEST_NAME ? `${member.slice(0, LONGEST_NAME)}…` : member;
  return `${parent}/${name.toWellFormed().replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

function withoutName(message: string, property: string): string {
  return message.startsWith(`${property} `) ? message.slice(property.length + 1) : message;
}
