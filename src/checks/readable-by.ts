import type { Caller } from '../access/caller';

/** The agency whose checks a caller may read; null: all agencies'. */
export const readableBy = ({ roles, agency }: Caller): string | null =>
  roles.includes('auditor') ? null : agency;
