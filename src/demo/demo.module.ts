import { Logger, Module, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Environment } from '../config/environment';
import { DEMO_CALLERS, writeCredentials, type DemoCredentials } from './demo-credentials';
import { seedDemo } from './seed-demo';

/** Fills an empty registry with the demonstration where the settings ask for it. */
@Module({})
export class DemoModule implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly environment: Environment,
  ) {}

  async onModuleInit(): Promise<void> {
    const { DEMO, DATA_DIR } = this.environment;
    if (!DEMO) return;
    await seedDemo(this.dataSource, async (credentials) => {
      tellOnce(credentials, await writeCredentials(DATA_DIR, credentials));
    });
  }
}

/** Keys are secrets and stay out of the log; this once they are told to whoever started the service. */
function tellOnce(credentials: DemoCredentials, file: string): void {
  new Logger('Demo').log(`Filled with the demonstration; keys in ${file}`);
  const lines = DEMO_CALLERS.map((name) => `  ${name.padEnd(12)} ${credentials[name].apiKey}`);
  process.stdout.write(
    `\nAPI keys of the demonstration, also in ${file}:\n${lines.join('\n')}\n\n`,
  );
}
