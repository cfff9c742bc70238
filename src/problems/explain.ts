import { CATALOGUE } from './catalogue';
import type { Explanation } from './explanations/explanation';
import { OF_EXCLUSIONS } from './explanations/of-exclusions';
import { OF_MATTERS } from './explanations/of-matters';
import { OF_REQUESTS } from './explanations/of-requests';
import { OF_SCREENING } from './explanations/of-screening';
import type { RegistryErrorCode } from './registry-error';

/** A published refusal, explained to whoever receives it. */
export interface ExplainedProblem {
  readonly code: RegistryErrorCode;
  readonly status: number;
  readonly title: string;
  readonly cause: string;
  readonly remedy: string;
}

// A code without an explanation does not compile.
const EXPLANATIONS: Readonly<Record<RegistryErrorCode, Explanation>> = {
  ...OF_REQUESTS,
  ...OF_MATTERS,
  ...OF_EXCLUSIONS,
  ...OF_SCREENING,
};

/** Every published refusal, by status and code. */
export function explainAll(): ExplainedProblem[] {
  return (Object.keys(CATALOGUE) as RegistryErrorCode[])
    .map(explain)
    .sort((a, b) => a.status - b.status || (a.code < b.code ? -1 : 1));
}

/** The explanation of a code. */
export function explain(code: RegistryErrorCode): ExplainedProblem {
  const [cause, remedy] = EXPLANATIONS[code];
  return { code, ...CATALOGUE[code], cause, remedy };
}

export const isProblemCode = (text: string): text is RegistryErrorCode =>
  Object.hasOwn(CATALOGUE, text);

/** The explanations as the page docs/problems.md. */
export function problemsAsMarkdown(): string {
  const sections = explainAll().map(
    ({ code, status, title, cause, remedy }) =>
      `## ${code}\n\n**${status}** ${title}\n\n${cause}\n\n_Remedy._ ${remedy}\n`,
  );
  return `${INTRODUCTION}\n${sections.join('\n')}`;
}

const INTRODUCTION = `# Problems

Every refusal is an \`application/problem+json\` document (RFC 9457). Its \`type\` is an address that the service
itself serves, \`/problems/<code>\`, and the \`code\` stands in the document too. Codes are stable and add-only:
branch on them, never on \`title\` or \`detail\`. \`errors\` names each invalid member by its JSON Pointer, and
\`requestId\` is what the registry's log calls the request.

This page is written by \`npm run openapi\` from \`src/problems/\`.
`;
