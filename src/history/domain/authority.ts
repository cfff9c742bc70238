/** Why a change is lawful. No change of a listing or an exclusion is made without one. */
export interface Authority {
  /** The rule or order, as the field cites it: "FAR 9.406-2", "BOD 17-01". */
  readonly citation: string;
  /** The office that decided. */
  readonly office: string;
  /** Where the document can be read. */
  readonly url?: string;
  /** SHA-256 of the document, 64 lower-case hexadecimal digits. */
  readonly documentSha256?: string;
}
