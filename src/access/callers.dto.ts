import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsUrl,
  IsUUID,
  MaxLength,
  ValidateIf,
} from 'class-validator';
import { PageQuery } from '../http/page';
import { IsFlag, IsText, MayBeAbsent } from '../http/validators';
import type { RegisteredCaller } from './domain/registered-caller';
import { ROLES, type Role } from './domain/role';

/** A person to be registered. */
export class RegisterPersonDto {
  /** @example "Ada Invented" */
  @IsText(200)
  readonly name!: string;

  /** Code of the agency that it belongs to. @example "GSA" */
  @IsText(100)
  readonly agency!: string;

  /** What it may do. Nobody holds `admin` and `auditor` at once, neither as itself nor through a client. */
  @IsArray()
  @ArrayMaxSize(ROLES.length)
  @ArrayUnique()
  @IsIn(ROLES, { each: true })
  readonly roles!: Role[];

  /** `iss` of the outside issuer whose tokens with `subject` stand for this caller. */
  @ValidateIf(({ issuer, subject }: RegisterPersonDto) => (issuer ?? subject) !== undefined)
  @MaxLength(2000)
  @IsUrl({ require_protocol: true, require_tld: false, protocols: ['http', 'https'] })
  readonly issuer?: string;

  /** `sub` of those tokens; for a client, or for want of it, their `client_id`. */
  @ValidateIf(({ issuer, subject }: RegisterPersonDto) => (issuer ?? subject) !== undefined)
  @IsText(500)
  readonly subject?: string;
}

/** A client (a machine) to be registered. */
export class RegisterClientDto extends RegisterPersonDto {
  /** Id of the person who answers for it. A client that is to be an admin needs one who is an admin. */
  @MayBeAbsent()
  @IsUUID()
  readonly responsible?: string;
}

/** What is to change; the rest stays. In force with the answer, on every instance. */
export class AmendCallerDto {
  @MayBeAbsent()
  @IsText(200)
  readonly name?: string;

  /** Code of the agency that it belongs to. */
  @MayBeAbsent()
  @IsText(100)
  readonly agency?: string;

  /** All that it may do from now on. An admin client loses `admin` when its person does. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(ROLES.length)
  @ArrayUnique()
  @IsIn(ROLES, { each: true })
  readonly roles?: Role[];
}

/** Which people or clients are asked for. */
export class CallersQuery extends PageQuery {
  /** Those with this role only. */
  @MayBeAbsent()
  @IsIn(ROLES)
  readonly role?: Role;

  /** Those of this agency only. */
  @MayBeAbsent()
  @IsText(100)
  readonly agency?: string;

  /** `true`: the disabled only; `false`: the others only. */
  @MayBeAbsent()
  @IsFlag()
  readonly disabled?: boolean;
}

/** A person or a client, as registered. */
export class CallerAnswer {
  readonly id!: string;
  readonly kind!: 'person' | 'client';
  readonly name!: string;

  /** Code of the agency that it belongs to. */
  readonly agency!: string;

  /** What it is registered for. `admin` of a client is in force while its person is an admin. */
  readonly roles!: Role[];

  /** Id of the person who answers for a client; null for people, and for clients of no one. */
  readonly responsible!: string | null;

  /** The outside issuer whose tokens with `subject` stand for it, or null. */
  readonly issuer!: string | null;
  readonly subject!: string | null;

  readonly createdAt!: Date;

  /** When it was disabled, which is for good; null: it is not. */
  readonly disabledAt!: Date | null;

  /** Number of history entries that the answer rests on. */
  readonly position!: number;

  static of(caller: RegisteredCaller, position: number): CallerAnswer {
    const { id, kind, name, agency, roles, responsible } = caller;
    const { issuer, subject, createdAt, disabledAt } = caller;
    return {
      ...{ id, kind, name, agency, roles: [...roles], responsible },
      ...{ issuer, subject, createdAt, disabledAt, position },
    };
  }
}

export class CallerPage {
  readonly items!: CallerAnswer[];

  /** Cursor of the page after, or null at the end. */
  readonly next!: string | null;

  /** Number of history entries that the answer rests on. */
  readonly position!: number;
}
