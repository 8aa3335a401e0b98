import { Webhook } from 'standardwebhooks';

/** An event as a webhook brings it. */
export interface WebhookEvent {
  readonly id: string;
  /** Null for a test. */
  readonly sequence: number | null;
  readonly type: string;
  readonly created_at: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * The event of a call to your endpoint, once its signature and its time (5 minutes at most) are found right.
 * @param secret `whsec_…`, as the endpoint's making or rotation showed it
 * @param headers the call's, with names in lower case as Node has them
 * @param body the text as it came: parsed and written again it would be another one
 * @throws WebhookVerificationError of `standardwebhooks`
 */
export const verifyWebhook = (
  secret: string,
  headers: Readonly<Record<string, string | string[] | undefined>>,
  body: string,
): WebhookEvent =>
  new Webhook(secret).verify(body, {
    'webhook-id': String(headers['webhook-id']),
    'webhook-timestamp': String(headers['webhook-timestamp']),
    'webhook-signature': String(headers['webhook-signature']),
  }) as WebhookEvent;
