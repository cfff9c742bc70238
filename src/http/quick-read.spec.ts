import type { Type } from '@nestjs/common';
import { Exclude, Expose, Transform, Type as TypeOf } from 'class-transformer';
import {
  IsDefined,
  IsIn,
  IsOptional,
  IsString,
  MaxLength,
  Validate,
  ValidateNested,
  ValidatorConstraint,
  type ValidatorConstraintInterface,
} from 'class-validator';
import { quickReaderOf } from './quick-read';
import { RequestValidation } from './validation';

class Inner {
  @IsString()
  readonly text!: string;
}

class Outer {
  @IsOptional()
  @IsString()
  readonly note?: string | null;

  @Transform(({ value, obj }: { value: string; obj: Outer }) => `${value} of ${obj.kind}`)
  @MaxLength(20)
  readonly name!: string;

  @IsIn(['a', 'b'])
  readonly kind!: string;

  @ValidateNested({ each: true })
  @TypeOf(() => Inner)
  readonly inner!: Inner[];

  @IsOptional()
  @ValidateNested()
  @TypeOf(() => Inner)
  readonly one?: Inner | null;
}

class WithDefault {
  @IsString()
  readonly text: string = 'given';
}

class WithExposed {
  @Expose({ name: 'other' })
  @IsString()
  readonly text!: string;
}

class WithExcluded {
  @Exclude()
  @IsString()
  readonly text!: string;
}

class WithGroup {
  @IsString({ groups: ['some'] })
  readonly text!: string;
}

class WithCondition {
  @IsString({ validateIf: () => false })
  readonly text!: string;
}

@ValidatorConstraint({ async: true })
class Promised implements ValidatorConstraintInterface {
  validate(): Promise<boolean> {
    return Promise.resolve(true);
  }
}

class WithPromise {
  @Validate(Promised)
  readonly text!: string;
}

class WithUntyped {
  @ValidateNested()
  readonly inner!: Inner;
}

class WithConverted {
  @TypeOf(() => Number)
  @IsDefined()
  readonly count!: number;
}

class Itself {
  @IsOptional()
  @ValidateNested()
  @TypeOf(() => Itself)
  readonly inner?: Itself;
}

class Empty {}

describe('quickReaderOf', () => {
  it.each<[string, Type]>([
    ['defaults', WithDefault],
    ['renamed members', WithExposed],
    ['hidden members', WithExcluded],
    ['rules of a group', WithGroup],
    ['rules under a condition', WithCondition],
    ['rules that promise', WithPromise],
    ['objects of no class', WithUntyped],
    ['members that are converted', WithConverted],
    ['itself as a member', Itself],
    ['no rules', Empty],
    ['no rules since it is a class of the language', Object],
  ])('leaves a class with %s to class-validator', (_, target) => {
    expect(quickReaderOf(target)).toBeNull();
  });

  const fitting = { name: 'x', kind: 'a', inner: [{ text: 'y' }] };

  it.each<[string, unknown]>([
    ['whole', fitting],
    ['with an optional member', { ...fitting, note: 'n', one: { text: 'z' } }],
    ['with an optional member that is null', { ...fitting, note: null }],
    ['without items', { ...fitting, inner: [] }],
    ['without an array that may be absent', { name: 'x', kind: 'a' }],
  ])('reads a body as class-validator does: %s', async (_, body) => {
    const read = quickReaderOf(Outer)?.(copyOf(body));
    expect(read).toStrictEqual(await examined(body));
    expect(read).toBeInstanceOf(Outer);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['text', 'text'],
    ['an array', [fitting]],
    ['an unknown member', { ...fitting, extra: 1 }],
    ['an unknown member within', { ...fitting, inner: [{ text: 'y', extra: 1 }] }],
    ['a member too few', { name: 'x', inner: [] }],
    ['a value that is not one of those', { ...fitting, kind: 'c' }],
    ['a text that is too long once it is transformed', { ...fitting, name: 'x'.repeat(16) }],
    ['an object instead of text', { ...fitting, note: {} }],
    ['an object for an array', { ...fitting, inner: { text: 'y' } }],
    ['an array in an array', { ...fitting, inner: [[{ text: 'y' }]] }],
    ['null in an array', { ...fitting, inner: [null] }],
    ['an array for an object', { ...fitting, one: [{ text: 'y' }] }],
    ['a class of another kind', Object.assign(new Inner(), fitting)],
  ])('is not sure of %s', (_, body) => {
    expect(quickReaderOf(Outer)?.(body)).toBeUndefined();
  });
});

const copyOf = (body: unknown): unknown => JSON.parse(JSON.stringify(body));

const examined = (body: unknown): Promise<unknown> =>
  new RequestValidation().examine(copyOf(body), { type: 'body', metatype: Outer });
