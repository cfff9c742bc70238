import 'reflect-metadata';
import {
  Body,
  Controller,
  Injectable,
  Module,
  Post,
  UseGuards,
  ValidationPipe,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AuthGuard, PassportModule, PassportStrategy } from '@nestjs/passport';
import { ExpressAdapter } from '@nestjs/platform-express';
import { Type } from 'class-transformer';
import { IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { ExtractJwt, Strategy } from 'passport-jwt';

/** What a service of Nest and Express is from its documentation: validated bodies, a JWT strategy, nothing done. */
const publicKey = process.argv[2] ?? '';

class VendorDto {
  @IsOptional()
  @IsString()
  @MaxLength(100)
  readonly uei?: string;
}

class PurchaseDto {
  @IsOptional()
  @IsString()
  @MaxLength(64)
  readonly list?: string;

  @IsOptional()
  @IsString()
  @MaxLength(40)
  readonly category?: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly reference?: string;
}

class CheckDto {
  @ValidateNested()
  @Type(() => VendorDto)
  readonly vendor!: VendorDto;

  @IsOptional()
  @ValidateNested()
  @Type(() => PurchaseDto)
  readonly purchase?: PurchaseDto;
}

interface Claims {
  readonly sub: string;
  readonly roles: readonly string[];
}

@Injectable()
class JwtStrategy extends PassportStrategy(Strategy) {
  constructor() {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      secretOrKey: publicKey,
      algorithms: ['RS256'],
    });
  }

  validate({ sub, roles }: Claims): Claims {
    return { sub, roles };
  }
}

@Controller('v1')
class ChecksController {
  @Post('checks')
  @UseGuards(AuthGuard('jwt'))
  check(@Body() body: CheckDto): object {
    return { verdict: 'eligible', members: Object.keys(body).length };
  }
}

@Module({
  imports: [PassportModule],
  controllers: [ChecksController],
  providers: [JwtStrategy],
})
class BaselineModule {}

async function main(): Promise<void> {
  const app = await NestFactory.create(BaselineModule, new ExpressAdapter(), { logger: false });
  app.useGlobalPipes(
    new ValidationPipe({ whitelist: true, forbidNonWhitelisted: true, transform: true }),
  );
  await app.listen(0, '127.0.0.1');
  process.stdout.write(`${await app.getUrl()}\n`);
}

void main();
