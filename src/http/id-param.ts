import type { PipeTransform } from '@nestjs/common';
import { validate } from 'uuid';

/** A path parameter that is an id: anything else names nothing, and is refused as the feature refuses it. */
export class IdParam implements PipeTransform<string, string> {
  constructor(private readonly notFound: new (id: string) => Error) {}

  transform(id: string): string {
    if (!validate(id)) throw new this.notFound(id);
    return id.toLowerCase();
  }
}
