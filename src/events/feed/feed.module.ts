import { Module } from '@nestjs/common';
import { EventController } from './event.controller.js';
import { EventQuery } from './event.query.js';
import { FeedService } from './feed.service.js';

/** The ordered event feed of a tenant. */
@Module({ controllers: [EventController], providers: [FeedService, EventQuery] })
export class FeedModule {}
