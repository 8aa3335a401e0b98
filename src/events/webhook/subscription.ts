import { EVENT_TYPES } from '../../core/outbox/event-type.js';

/** Matches every event type, including future ones. */
export const ALL_EVENTS = '*';

const TYPES = new Set<unknown>(EVENT_TYPES);

/** Returns true for a list of event types without duplicates, and for `["*"]`. */
export const isSubscription = (value: unknown): value is string[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  new Set(value).size === value.length &&
  ((value.length === 1 && value[0] === ALL_EVENTS) || value.every((type) => TYPES.has(type)));

/** Returns true if a subscription includes events of this type. */
export const includesEvent = (events: readonly string[], type: string): boolean =>
  events.includes(ALL_EVENTS) || events.includes(type);
