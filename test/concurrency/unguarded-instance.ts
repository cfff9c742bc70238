import 'reflect-metadata';
import { AppModule } from '../../src/app.module';
import { BatchStatement } from '../../src/checks/recording/batch-statement';
import { Environment } from '../../src/config/environment';
import { createApp } from '../../src/http/create-app';

/** Records checks whatever became of the history since they were decided. */
class UnguardedStatement extends BatchStatement {
  protected override condition(): string {
    return '$2::bigint IS NOT NULL';
  }
}

/** The service as it runs, but for the guard that no check is recorded at a position that is over. */
async function main(): Promise<void> {
  const unguarded = (instance: unknown): unknown =>
    instance instanceof BatchStatement ? new UnguardedStatement() : instance;
  const app = await createApp(AppModule, { instrument: { instanceDecorator: unguarded } });
  const { HOST, PORT } = app.get(Environment);
  await app.listen(PORT, HOST);
  process.stdout.write(`The registry answers at ${await app.getUrl()}\n`);
}

void main();
