import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { ALGORITHM } from '../../src/screening/domain/algorithm';
import { DEFAULT_THRESHOLDS } from '../../src/screening/domain/thresholds';
import { measure } from './measure';
import { costsSource, reportOf } from './report';

/**
 * Measures what thresholds cost, on real names of which half is set apart.
 *
 *     npm run eval:screening -- [--half tuning] [--names 10000] [--write]
 */
const { values } = parseArgs({
  options: {
    half: { type: 'string', default: 'test' },
    names: { type: 'string', default: '10000' },
    write: { type: 'boolean', default: false },
  },
});

const PAGE = path.resolve(__dirname, '../../docs/screening.md');
const COSTS = path.resolve(__dirname, '../../src/screening/domain/threshold-costs.ts');
const FIGURES = /(?<=<!-- figures -->\n)[^]*(?=<!-- end of figures -->)/;
const CURVE = /(?<=THRESHOLD_COSTS: readonly ThresholdCost\[\] = \[)[^]*(?=\];)/;

async function main(): Promise<void> {
  const measured = measure(values.half === 'tuning' ? 'tuning' : 'test', Number(values.names));
  const report = reportOf(measured, DEFAULT_THRESHOLDS.deny);
  console.log(report);
  if (!values.write) return;
  await replace(
    PAGE,
    FIGURES,
    `\n${ALGORITHM.version}, by \`npm run eval:screening\`.\n\n${report}\n\n`,
  );
  await replace(COSTS, CURVE, `\n${costsSource(measured)}\n`);
}

async function replace(file: string, part: RegExp, text: string): Promise<void> {
  const source = fs.readFileSync(file, 'utf8').replace(part, () => text);
  fs.writeFileSync(file, await format(source, { ...(await resolveConfig(file)), filepath: file }));
}

void main();
