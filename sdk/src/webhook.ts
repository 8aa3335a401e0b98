import { Webhook } from 'standardwebhooks';

/** An event as a webhook delivers it. */
export interface WebhookEvent {
  readonly id: string;
  /** Null for a test event. */
  readonly sequence: number | null;
  readonly type: string;
  readonly created_at: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * Verifies the signature and the time (at most 5 minutes old) of a call to your endpoint, and returns its event.
 * @param secret `whsec_…`, shown when the endpoint was created or its secret rotated
 * @param headers the call's headers, with names in lower case as in Node
 * @param body the raw text: parsed and serialized again, it would not match the signature
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
