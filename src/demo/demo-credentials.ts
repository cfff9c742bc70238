import { chmod, mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** The callers of the demonstration. */
export const DEMO_CALLERS = ['procurement', 'admin', 'admin2', 'auditor'] as const;

export type DemoCaller = (typeof DEMO_CALLERS)[number];

/** Their keys, as they stand in the file. */
export type DemoCredentials = Readonly<Record<DemoCaller, { readonly apiKey: string }>>;

/**
 * Writes the keys where only this user reads them, whole or not at all.
 *
 * @returns the file's path
 */
export async function writeCredentials(
  dataDir: string,
  credentials: DemoCredentials,
): Promise<string> {
  const file = path.resolve(dataDir, 'demo-credentials.json');
  const making = `${file}.${process.pid}`;
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(making, `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600 });
  await chmod(making, 0o600);
  await rename(making, file);
  return file;
}
