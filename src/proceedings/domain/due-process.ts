import { addDays, addWorkingDays, endOfDay } from '../../clock/domain/working-days';
import type { NoticeStep, ProceedingKind } from './proceeding';

/** Which rules set the times of a proceeding, and where they stand. Another version may set others. */
export const DUE_PROCESS_RULES = {
  version: '1',
  source: 'FAR 9.406-3(c), (d); 9.407-3(c); 9.207(b)',
} as const;

const ANSWER_DAYS = 30;
const DECISION_WORKING_DAYS = 30;

/**
 * The first instant at which a vendor's answer is late: after the thirtieth day from the one of the receipt, or of the
 * sending where the receipt is not known. The day itself does not count.
 *
 * @source FAR 9.406-3(c)(4), 9.407-3(c)(5); for a removal, of which no rule says how long, by analogy
 */
export const answerDueOf = ({
  sentAt,
  receivedAt,
}: Pick<NoticeStep, 'sentAt' | 'receivedAt'>): Date =>
  endOfDay(addDays(receivedAt ?? sentAt, ANSWER_DAYS));

/** Whether a rule, and not the agency alone, sets how long a vendor may take to answer. */
export const isAnswerTimeSet = (kind: ProceedingKind): boolean => kind !== 'removal';

/**
 * The first instant at which a decision is late: after the thirtieth working day from the one of the answer. Null for
 * all but a debarment, where no rule sets a time.
 *
 * @source FAR 9.406-3(d)(1)
 */
export const decisionDueOf = (kind: ProceedingKind, answeredAt: Date): Date | null =>
  kind === 'debarment' ? endOfDay(addWorkingDays(answeredAt, DECISION_WORKING_DAYS)) : null;
