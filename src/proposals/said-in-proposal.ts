import type { Authority } from '../history/domain/authority';
import type { Notice } from './domain/proposal';
import type { NoticeDto } from './notice.dto';
import type { CorrectableDto } from '../history/correctable.dto';

/** Why a change is lawful and made, and what it corrects, as its content has it. */
export const groundsOf = ({ authority, reason, corrects }: CorrectableDto) => ({
  authority: { ...authority } satisfies Authority,
  reason,
  corrects,
});

/** When a change begins, as its content has it; null: with the approval. */
export const startOf = (effectiveFrom: Date | null | undefined): string | null =>
  effectiveFrom?.toISOString() ?? null;

/** A notice with its times as text. */
export function noticeOf(notice: NoticeDto | undefined): Notice | undefined {
  return (
    notice && {
      sentAt: notice.sentAt.toISOString(),
      method: notice.method,
      answerDue: notice.answerDue?.toISOString(),
    }
  );
}
