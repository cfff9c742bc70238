#!/usr/bin/env node
import 'reflect-metadata';
import { runCli } from './run-cli';
import { Terminal } from './terminal';

const terminal = new Terminal(
  (text) => process.stdout.write(text),
  (text) => process.stderr.write(text),
);

void runCli(process.argv.slice(2), terminal).then((exit) => (process.exitCode = exit));
