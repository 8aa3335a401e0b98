import { Inject, Injectable } from '@nestjs/common';
import { WEBHOOK_OPTIONS, type WebhookOptions } from './webhook-options.js';
import { WebhookSenderService } from './webhook-sender.service.js';
import { targetOf, type UrlRefusal } from './webhook-target.js';

/** Says early what every call checks again. */
@Injectable()
export class UrlCheckService {
  constructor(
    private readonly sender: WebhookSenderService,
    @Inject(WEBHOOK_OPTIONS) private readonly options: WebhookOptions,
  ) {}

  /** Looks a name up, which may take two seconds. @returns why webhooks must not go there, or undefined if they may */
  async refusalOf(url: string): Promise<UrlRefusal | undefined> {
    const target = targetOf(url, this.options.allow);
    if (typeof target === 'string') return target;
    return (await this.sender.mayLeadThere(target)) ? undefined : 'address_not_allowed';
  }
}
