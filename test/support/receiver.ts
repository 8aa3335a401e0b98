import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';

/** One call to a receiver. */
export interface ReceivedCall {
  readonly id: string;
  readonly headers: Record<string, string>;
  readonly text: string;
  readonly body: {
    type: string;
    timestamp: string;
    id: string;
    sequence: number;
    data: object;
    created_at: string;
  };
  readonly at: number;
}

/** Answers a call of a receiver. `count` is the number of calls so far, including this one. */
export type Answering = (call: { request: IncomingMessage; answer: ServerResponse; count: number }) => void;

const ok: Answering = ({ answer }) => answer.end('thanks');

/** Answers with a status and headers. */
export const status =
  (code: number, headers: Record<string, string> = {}): Answering =>
  ({ answer }) =>
    answer.writeHead(code, headers).end();

/** A server on this machine that receives webhooks. */
export class Receiver {
  readonly calls: ReceivedCall[] = [];
  answering: Answering = ok;

  private constructor(private readonly server: http.Server) {
    server.on('request', (request: IncomingMessage, answer: ServerResponse) => {
      void this.receive(request, answer);
    });
  }

  static async start(): Promise<Receiver> {
    const server = http.createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new Receiver(server);
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => {
      this.server.close(() => {
        resolve();
      });
    });
  }

  /** The value for `WEBHOOK_ALLOW`. */
  get place(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  get url(): string {
    return `http://${this.place}/hook`;
  }

  get ids(): string[] {
    return this.calls.map(({ id }) => id);
  }

  /** Removes the recorded calls. */
  clear(): void {
    this.calls.length = 0;
  }

  private async receive(request: IncomingMessage, answer: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const headers = request.headers as Record<string, string>;
    const body = JSON.parse(text) as ReceivedCall['body'];
    this.calls.push({ id: headers['webhook-id'] ?? '', headers, text, body, at: performance.now() });
    this.answering({ request, answer, count: this.calls.length });
  }
}

/** Verifies a call as a receiver does. @throws unless it was recently signed with the secret */
export const verified = (secret: string, { text, headers }: ReceivedCall): unknown =>
  new Webhook(secret).verify(text, headers);
