import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import fs from 'node:fs/promises';
import path from 'node:path';
import { AppModule } from '../../app.module';
import { problemsAsMarkdown } from '../../problems/explain';
import { describeApi } from './describe-api';

/**
 * Writes what the code says of itself to a folder: openapi.json and problems.md. Run on the build, where
 * the compiler has told what each class holds; starts nothing and opens no database.
 */
async function writeDocuments(folder: string): Promise<void> {
  const app = await NestFactory.create(AppModule, new FastifyAdapter(), {
    preview: true,
    abortOnError: false,
    logger: ['error', 'fatal'],
  });
  const openApi = `${JSON.stringify(describeApi(app), null, 2)}\n`;
  await fs.mkdir(folder, { recursive: true });
  await fs.writeFile(path.join(folder, 'openapi.json'), openApi);
  await fs.writeFile(path.join(folder, 'problems.md'), problemsAsMarkdown());
}

writeDocuments(process.argv[2] ?? 'docs').catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
