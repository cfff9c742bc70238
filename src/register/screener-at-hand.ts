import { Injectable } from '@nestjs/common';
import type { NameForm } from '../screening/domain/name-form';
import type { SearchLimits } from '../screening/index/name-index';
import { Screener, type FoundArticles, type FoundVendor } from '../screening/screener';
import { Registers } from './domain/register';

/** Finds vendors by the names that the newest register holds. */
@Injectable()
export class ScreenerAtHand extends Screener {
  constructor(private readonly registers: Registers) {
    super();
  }

  async fresh(): Promise<void> {
    await this.registers.fresh();
  }

  namesakes(key: string): string[] {
    return this.registers.current().names.namesakes(key);
  }

  alike(name: NameForm, limits: SearchLimits): FoundVendor[] {
    return this.registers.current().names.alike(name, limits);
  }

  alikeExcluded(name: NameForm, limits: SearchLimits): FoundVendor[] {
    return this.registers.current().names.alikeExcluded(name, limits);
  }

  alikeArticles(name: NameForm, limits: SearchLimits): FoundArticles[] {
    return this.registers.current().names.alikeArticles(name, limits);
  }

  completing(text: string, most: number): FoundVendor[] {
    return this.registers.current().names.completing(text, most);
  }
}
