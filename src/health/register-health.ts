import { Injectable } from '@nestjs/common';
import { HealthIndicatorService, type HealthIndicatorResult } from '@nestjs/terminus';
import { RegisterNotLoaded } from '../register/domain/errors';
import { Registers } from '../register/domain/register';

/** Whether the registry is in memory, so that checks can be answered. */
@Injectable()
export class RegisterHealth {
  constructor(
    private readonly registers: Registers,
    private readonly indicators: HealthIndicatorService,
  ) {}

  isLoaded(): HealthIndicatorResult {
    const indicator = this.indicators.check('register');
    try {
      this.registers.current();
      return indicator.up();
    } catch (error) {
      if (error instanceof RegisterNotLoaded)
        return indicator.down({ message: 'is not loaded yet' });
      throw error;
    }
  }
}
