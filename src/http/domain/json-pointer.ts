const LONGEST_NAME = 100;

/** JSON Pointer (RFC 6901) of a member of `parent`; an overlong name is cut. */
export function pointerTo(parent: string, member: string | number): string {
  const name = String(member);
  const shown = name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name;
  return `${parent}/${shown.toWellFormed().replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
