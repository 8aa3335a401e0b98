import { DomainError, invalidInput, notFound } from '../../common/domain-error.js';
import type { UrlRefusal } from './webhook-target.js';

export const webhookNotFound = (): DomainError => notFound('webhook');

export const tooManyWebhooks = (max: number): DomainError =>
  new DomainError(
    'conflict',
    'too_many_webhooks',
    `A tenant can have at most ${max} webhooks. Delete one first.`,
  );

export const webhookInactive = (): DomainError =>
  new DomainError('conflict', 'webhook_inactive', 'This webhook is inactive.');

export const rangeTooLong = (max: number): DomainError =>
  invalidInput({
    field: 'to_sequence',
    code: 'range_too_long',
    message: `to_sequence must be less than from_sequence + ${max}`,
  });

export const emptyRange = (): DomainError =>
  invalidInput({
    field: 'to_sequence',
    code: 'empty_range',
    message: 'to_sequence must not be less than from_sequence',
  });

const MESSAGES: Readonly<Record<UrlRefusal, string>> = {
  invalid_url: 'url must be a URL such as https://example.com/hook',
  https_only: 'url must begin with https://',
  credentials_in_url: 'url must not contain a username or password',
  fragment_in_url: 'url must not contain a fragment',
  address_not_allowed: 'url must point to an address on the public internet',
};

export const urlRefused = (code: UrlRefusal): DomainError =>
  invalidInput({ field: 'url', code, message: MESSAGES[code] });
