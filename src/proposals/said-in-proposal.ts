import type { Authority } from '../history/domain/authority';
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
