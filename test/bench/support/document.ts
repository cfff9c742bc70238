import fs from 'node:fs';
import os from 'node:os';

/** What was run, when, on what machine and how. */
export function aboutRun(command: string, how: string): string {
  const [cpu] = os.cpus();
  const given = [`${command} --`, ...process.argv.slice(2)].join(' ');
  const memory = `${Math.round(os.totalmem() / 2 ** 30)} GiB`;
  const machine = `${os.cpus().length} × ${cpu?.model.trim() ?? 'unknown'}, ${memory}`;
  return `\`${given}\`, ${new Date().toISOString()}, ${machine}, Node ${process.version}, ${how}`;
}

/** Puts what was measured where a document has its place for it. */
export function writeInto(file: string, told: string): void {
  const text = fs.readFileSync(file, 'utf8');
  const place = /(<!-- measured -->\n)[^]*(<!-- end -->)/;
  if (!place.test(text)) throw new Error(`${file} has no place for the table.`);
  fs.writeFileSync(
    file,
    text.replace(place, (_, begin: string, end: string) => `${begin}\n${told}\n${end}`),
  );
}
