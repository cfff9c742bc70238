/** What a caller may do. Nobody holds `admin` and `auditor` at once. */
export const ROLES = ['procurement', 'admin', 'auditor'] as const;

export type Role = (typeof ROLES)[number];
