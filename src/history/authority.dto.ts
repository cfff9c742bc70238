import { IsUrl, Matches, MaxLength } from 'class-validator';
import { IsText, MayBeAbsent } from '../http/validators';
import type { Authority } from './domain/authority';

/** Why a change is lawful. */
export class AuthorityDto implements Authority {
  /** The rule or order that allows the change, as the field cites it. @example "FAR 9.406-2" */
  @IsText(500)
  readonly citation!: string;

  /** The office that decided. @example "GSA Office of Acquisition Policy" */
  @IsText(200)
  readonly office!: string;

  /** Where the document can be read. */
  @MayBeAbsent()
  @MaxLength(2000)
  @IsUrl({ require_protocol: true, protocols: ['http', 'https'] })
  readonly url?: string;

  /** SHA-256 of the document, in hexadecimal. */
  @MayBeAbsent()
  @Matches(/^[0-9A-Fa-f]{64}$/, { message: 'must be 64 hexadecimal digits' })
  readonly documentSha256?: string;
}
