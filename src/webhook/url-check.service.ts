import { Inject, Injectable } from '@nestjs/common';
import { WEBHOOK_OPTIONS, type WebhookOptions } from './webhook-options.js';
import { WebhookSender } from './webhook-sender.service.js';
import { targetOf } from './webhook-target.js';
import { urlRefused } from './webhook.errors.js';

/** Says early what every call checks again. */
@Injectable()
export class UrlCheck {
  constructor(
    private readonly sender: WebhookSender,
    @Inject(WEBHOOK_OPTIONS) private readonly options: WebhookOptions,
  ) {}

  /** @throws DomainError `validation_failed` for an address that webhooks must not go to */
  async check(url: string): Promise<void> {
    const target = targetOf(url, this.options.allow);
    if (typeof target === 'string') throw urlRefused(target);
    if (!(await this.sender.mayLeadThere(target))) throw urlRefused('address_not_allowed');
  }
}
