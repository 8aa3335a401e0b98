import { Injectable } from '@nestjs/common';

/** The source of the current time, injected so that tests can control it. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}
