/** Which checks are looked at: those whose batch was begun from `from` on and before `to`; null: without an end. */
export interface AuditedPeriod {
  readonly from: Date | null;
  readonly to: Date | null;
}
