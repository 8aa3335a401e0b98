import { Injectable } from '@nestjs/common';

/** The time of the product. One injected source, so that a test can hold it. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}
