import { ApiProperty } from '@nestjs/swagger';

/** How the service is. */
export class HealthAnswer {
  readonly status!: 'ok';

  /** How each part that it rests on is. */
  @ApiProperty({
    type: 'object',
    additionalProperties: {
      type: 'object',
      properties: { status: { type: 'string' } },
      required: ['status'],
    },
  })
  readonly details!: Record<string, { readonly status: string }>;
}
