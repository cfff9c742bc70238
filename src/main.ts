import 'reflect-metadata';
import { AppModule } from './app.module';
import { Environment } from './config/environment';
import { RefusesToStart } from './config/refuses-to-start';
import { SealWatch } from './evidence/seal-watch';
import { createApp } from './http/create-app';
import { LapseWatch } from './proposals/lapse-watch';

async function main(): Promise<void> {
  const app = await createApp(AppModule);
  app.enableShutdownHooks();
  const { HOST, PORT } = app.get(Environment);
  await app.listen(PORT, HOST);
  app.get(LapseWatch).start();
  app.get(SealWatch).start();
  process.stdout.write(`The registry answers at ${await app.getUrl()}\n`);
}

main().catch((error: unknown) => {
  console.error(error instanceof RefusesToStart ? `Refusing to start: ${error.message}` : error);
  process.exitCode = 1;
});
