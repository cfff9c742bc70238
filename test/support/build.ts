import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const ROOT = path.join(__dirname, '../..');

/**
 * Builds the service as it is delivered, apart from `dist`: only the compiler tells what each class holds.
 *
 * @returns the folder of the build, inside the project so that it finds the packages
 */
export async function buildService(): Promise<string> {
  const folder = path.join(ROOT, 'node_modules/.cache/registry-build');
  await fs.mkdir(folder, { recursive: true });
  const config = path.join(folder, 'tsconfig.json');
  const outDir = path.join(folder, 'dist');
  await fs.writeFile(
    config,
    JSON.stringify({
      extends: path.join(ROOT, 'tsconfig.build.json'),
      compilerOptions: { rootDir: ROOT, outDir, sourceMap: false },
      include: [path.join(ROOT, 'src'), path.join(ROOT, 'migrations')],
    }),
  );
  await node([
    'node_modules/@nestjs/cli/bin/nest.js',
    'build',
    '--path',
    path.relative(ROOT, config),
  ]);
  return outDir;
}

/** Runs a script of Node.js in the project's folder. */
export async function node(args: readonly string[]): Promise<void> {
  await run(process.execPath, [...args], { cwd: ROOT });
}
