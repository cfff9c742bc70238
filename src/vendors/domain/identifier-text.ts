/**
 * What a parser makes of text: the identifier in its canonical form, with what is doubtful about it, or the
 * rule that the text breaks.
 */
export type IdentifierText =
  { readonly value: string; readonly warning?: string } | { readonly broken: string };

/** One rule of an identifier's format: a statement that must hold of the canonical text. */
export type FormatRule = readonly [holds: (value: string) => boolean, statement: string];

/** Reads text by the rules of a format; the first that does not hold is told. */
export function readByRules(value: string, rules: readonly FormatRule[]): IdentifierText {
  const broken = rules.find(([holds]) => !holds(value));
  return broken ? { broken: broken[1] } : { value };
}
