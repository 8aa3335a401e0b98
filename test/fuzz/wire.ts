import http from 'node:http';
import type { Answer } from './answers.js';

/** A request as it goes over the wire: nothing of it is put right on its way, as fetch would. */
export interface WireRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body?: string | Buffer | undefined;
}

/** Connections to a service. */
export class Wire {
  private readonly agent = new http.Agent({ keepAlive: true });

  constructor(private readonly url: string) {}

  /** Rejects when the connection ends without an answer. */
  send({ method, path, headers, body }: WireRequest): Promise<Answer> {
    const { hostname, port } = new URL(this.url);
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    return new Promise((resolve, reject) => {
      const options = { hostname, port, method, path, headers: { ...length, ...headers }, agent: this.agent };
      const request = http.request(options, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
        });
      });
      request.on('error', reject).end(body);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}
