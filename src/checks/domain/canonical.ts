/**
 * The canonical text (RFC 8785) of a value as JSON tells it: instants are RFC 3339 text, and what is undefined is not
 * there. In one pass, since every check is told so three times.
 */
export function canonicalText(value: unknown): string {
  if (value === undefined) return 'null';
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (value instanceof Date) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  return membersOf(value as Readonly<Record<string, unknown>>);
}

function membersOf(value: Readonly<Record<string, unknown>>): string {
  let members = '';
  // By UTF-16 code units, as the RFC has it.
  for (const name of Object.keys(value).sort()) {
    const member = value[name];
    if (member === undefined) continue;
    if (members !== '') members += ',';
    members += `${JSON.stringify(name)}:${canonicalText(member)}`;
  }
  return `{${members}}`;
}
