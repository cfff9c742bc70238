/** A JSON value without undefined; what canonical bytes are made of. */
export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [member: string]: Json };

/** Turns dates into RFC 3339 text and drops absent members, so that the result can be made canonical. */
export function toJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}
