import { EVENT_TYPES } from '../../core/outbox/event-type.js';

/** Stands for every type there is, and every one to come. */
export const ALL_EVENTS = '*';

const TYPES = new Set<unknown>(EVENT_TYPES);

/** True for a list of types of events, each once, or for the one sign that stands for all of them. */
export const isSubscription = (value: unknown): value is string[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.length <= TYPES.size &&
  new Set(value).size === value.length &&
  ((value.length === 1 && value[0] === ALL_EVENTS) || value.every((type) => TYPES.has(type)));

export const wants = (events: readonly string[], type: string): boolean =>
  events.includes(ALL_EVENTS) || events.includes(type);
