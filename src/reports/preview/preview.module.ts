import { Module } from '@nestjs/common';
import { ConfigModule } from '../../config/config.module.js';
import { PreviewController } from './preview.controller.js';
import { PreviewQuery } from './preview.query.js';
import { PreviewService } from './preview.service.js';

/** Preview of changed program terms. */
@Module({
  imports: [ConfigModule],
  controllers: [PreviewController],
  providers: [PreviewService, PreviewQuery],
})
export class PreviewModule {}
