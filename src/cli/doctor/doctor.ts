import type { Command } from 'commander';
import { readEnvironment, type Environment } from '../../config/environment';
import { EXIT, type Terminal } from '../terminal';
import { examineDatabase } from './examine-database';
import { examineNode, examineSecrets, examineSpace } from './examine-machine';
import { examine, ok, type Finding } from './finding';

/** `doctor`: whether the registry can run here, and how it is. Changes nothing. */
export function addDoctor(program: Command, terminal: Terminal): void {
  program
    .command('doctor')
    .description(
      'Looks whether the registry can run here, and how its database is; changes nothing',
    )
    .addHelpText(
      'after',
      '\nExit status: 0 all is well, or somebody should look; 1 a fault was found.',
    )
    .action(async () => {
      const findings = await examineAll();
      for (const finding of findings) terminal.say(lineOf(finding));
      const isFaulty = findings.some(({ verdict }) => verdict === 'fault');
      terminal.exit = isFaulty ? EXIT.no : EXIT.yes;
    });
}

async function examineAll(): Promise<Finding[]> {
  const node = await examineNode(process.versions.node);
  const read: { environment?: Environment } = {};
  const settings = await examine('settings', async () => {
    read.environment = readEnvironment();
    return Promise.resolve(ok('all are well formed'));
  });
  const { environment } = read;
  if (!environment) return [node, settings];
  return [
    node,
    settings,
    ...(await Promise.all(examineSecrets(environment))),
    await examineSpace(environment),
    ...(await examineDatabase(environment)),
  ];
}

const lineOf = ({ verdict, subject, words }: Finding): string =>
  `${verdict.padEnd(6)} ${subject.padEnd(11)} ${words}`;
