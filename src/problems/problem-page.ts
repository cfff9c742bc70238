import { createHash } from 'node:crypto';
import type { ExplainedProblem } from './explain';

const STYLE = `
body { margin: 0; background: #fff; color: #1b1b1b; font: 1rem/1.5 system-ui, sans-serif }
main { max-width: 44rem; margin: 0 auto; padding: 2rem 1rem }
h1 { font-size: 1.6rem; line-height: 1.2 }
h2 { font-size: 1.1rem; margin: 2rem 0 .5rem }
a { color: #005ea2 }
code { font: .9em ui-monospace, monospace; overflow-wrap: anywhere }
table { border-collapse: collapse; width: 100% }
th, td { border-bottom: 1px solid #dfe1e2; padding: .4rem .5rem .4rem 0; text-align: left; vertical-align: top }
@media (prefers-color-scheme: dark) { body { background: #1b1b1b; color: #f0f0f0 } a { color: #73b3e7 } }
`;

const styleHash = createHash('sha256').update(STYLE).digest('base64');

/** What the pages may load: their own style and nothing else. */
export const PAGE_POLICY = `default-src 'none';style-src 'sha256-${styleHash}';base-uri 'none';frame-ancestors 'none'`;

/** The page of one refusal. */
export function problemPage({ code, status, title, cause, remedy }: ExplainedProblem): string {
  return page(
    title,
    `<p><code>${status}</code> <code>${code}</code></p>
<h2>Why it is given</h2>
<p>${prose(cause)}</p>
<h2>What to do</h2>
<p>${prose(remedy)}</p>
<p><a href="/problems">All problems</a></p>`,
  );
}

/** The page of all refusals. */
export function problemsPage(problems: readonly ExplainedProblem[]): string {
  const rows = problems.map(
    ({ code, status, title }) =>
      `<tr><td>${status}</td><td><a href="/problems/${code}"><code>${code}</code></a></td><td>${escape(title)}</td></tr>`,
  );
  return page(
    'Problems',
    `<p>How the registry refuses. Codes are stable: branch on them.</p>
<table>
<thead><tr><th scope="col">Status</th><th scope="col">Code</th><th scope="col">Meaning</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`,
  );
}

const page = (title: string, content: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)} · Approved-vendor registry</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escape(title)}</h1>
${content}
</main>
</body>
</html>
`;

/** Escapes text, and sets what stands between backticks as code. */
const prose = (text: string): string => escape(text).replace(/`([^`]+)`/g, '<code>$1</code>');

const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
