import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Actor } from '../history/domain/entry';
import { CliModule } from './cli.module';

/** Whoever runs commands on the registry's own machine. */
export const OPERATOR: Actor = { id: 'system', kind: 'system', person: null };

/** Opens the registry for one command, without serving it, and closes it however the command ends. */
export async function withRegistry(
  act: (registry: INestApplicationContext) => Promise<void>,
): Promise<void> {
  const registry = await NestFactory.createApplicationContext(CliModule, {
    logger: false,
    abortOnError: false,
  });
  try {
    await act(registry);
  } finally {
    await registry.close();
  }
}
