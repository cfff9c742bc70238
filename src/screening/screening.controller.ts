import { Body, Controller, Get, Header, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '../access/allow';
import { Environment, thresholdsIn } from '../config/environment';
import { ChangesNothing } from '../http/changes-nothing';
import { AlgorithmAnswer } from './algorithm.dto';
import { ScreenName } from './screen-name';
import { ScreeningAnswer, ScreeningDto } from './screening.dto';

@ApiTags('screening')
@Controller('v1/screening')
export class ScreeningController {
  constructor(
    private readonly screenName: ScreenName,
    private readonly settings: Environment,
  ) {}

  /**
   * Whom a name may mean: vendors, and makers of covered articles, whose names resemble it, with what the likeness is made
   * of. Nothing is recorded, nothing is permitted: a likeness is for a person to look at, and nobody found is no
   * clearance. Before a purchase, ask for a check.
   */
  @Post()
  @HttpCode(200)
  @ChangesNothing()
  @Allow('procurement', 'admin', 'auditor')
  async screen(@Body() body: ScreeningDto): Promise<ScreeningAnswer> {
    const thresholds = thresholdsIn(this.settings);
    return ScreeningAnswer.of(await this.screenName.execute(body), { name: body.name, thresholds });
  }

  /**
   * How names are compared: how they are read, what is looked at, from which scores on a likeness counts here, and what
   * each value would cost. Changes with a release or a setting only.
   */
  @Get('algorithm')
  @Header('Cache-Control', 'private, max-age=300')
  @Allow('procurement', 'admin', 'auditor')
  algorithm(): AlgorithmAnswer {
    return AlgorithmAnswer.of(thresholdsIn(this.settings));
  }
}
