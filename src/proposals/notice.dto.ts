import { IsInstant, IsText, MayBeAbsent } from '../http/validators';

/** The vendor's notice of a removal, a suspension or a proposed debarment. */
export class NoticeDto {
  /** When it was sent, RFC 3339. */
  @IsInstant()
  readonly sentAt!: Date;

  /** How it was sent. @example "certified mail" */
  @IsText(200)
  readonly method!: string;

  /** Until when the vendor may answer, RFC 3339. */
  @MayBeAbsent()
  @IsInstant()
  readonly answerDue?: Date;
}
