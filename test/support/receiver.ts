import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';

/** One call that a receiver was given, as it came. */
export interface Received {
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

/** How a receiver answers its calls; `count` is how many it has been given, this one among them. */
export type Answering = (call: { request: IncomingMessage; answer: ServerResponse; count: number }) => void;

const ok: Answering = ({ answer }) => answer.end('thanks');

/** Answers with a status and headers. */
export const status =
  (code: number, headers: Record<string, string> = {}): Answering =>
  ({ answer }) =>
    answer.writeHead(code, headers).end();

/** Somebody else's server on this machine, who receives webhooks. */
export class Receiver {
  readonly calls: Received[] = [];
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

  /** As `WEBHOOK_ALLOW` names it. */
  get place(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  get url(): string {
    return `http://${this.place}/hook`;
  }

  get ids(): string[] {
    return this.calls.map(({ id }) => id);
  }

  /** Forgets what it was given. */
  clear(): void {
    this.calls.length = 0;
  }

  private async receive(request: IncomingMessage, answer: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const headers = request.headers as Record<string, string>;
    const body = JSON.parse(text) as Received['body'];
    this.calls.push({ id: headers['webhook-id'] ?? '', headers, text, body, at: performance.now() });
    this.answering({ request, answer, count: this.calls.length });
  }
}

/** What a receiver does with a call: throws unless the secret has signed it, a moment ago. */
export const verified = (secret: string, { text, headers }: Received): unknown =>
  new Webhook(secret).verify(text, headers);
