import { Injectable } from '@nestjs/common';
import { GUESS_SLOT_SECONDS, GUESS_WINDOW_SECONDS } from './guess-rule.js';
import type { Span } from './span.js';
import { WINDOW_SECONDS } from './standing.js';
import { UsageBook } from './usage-book.js';

/** Some 10 MB of heap when full. To push one key out of it takes a request for each of as many others. */
const MAX_KEYS = 20_000;

const REQUESTS: Span = { seconds: WINDOW_SECONDS, slotSeconds: 10 };
const CODES: Span = { seconds: GUESS_WINDOW_SECONDS, slotSeconds: GUESS_SLOT_SECONDS };

/** What this process has counted, and read back of the others. */
@Injectable()
export class UsageBooks {
  /** Requests let in, by each policy and its subject. */
  readonly requests = new UsageBook(REQUESTS, MAX_KEYS);
  /** Codes that were checked: `hit` and `miss`, by the same. */
  readonly codes = new UsageBook(CODES, MAX_KEYS);
}
