import net from 'node:net';

export interface Answer {
  readonly status: number;
  readonly body: string;
}

interface Waiting {
  resolve(answer: Answer): void;
  reject(error: Error): void;
}

const NOTHING = Buffer.alloc(0);

/**
 * One kept-alive HTTP/1.1 connection to this machine, one request at a time, and no more of HTTP than the two servers
 * use: the client shares the cores with what it measures, so it must be light.
 */
export class HttpConnection {
  private received: Buffer = NOTHING;
  private waiting: Waiting | undefined;

  private constructor(private readonly socket: net.Socket) {
    socket.setNoDelay(true);
    socket.on('data', (chunk) => {
      this.read(chunk);
    });
    socket.on('error', (error) => {
      this.fail(error);
    });
    socket.on('close', () => {
      this.fail(new Error('The server closed the connection.'));
    });
  }

  static open(port: number): Promise<HttpConnection> {
    return new Promise((resolve, reject) => {
      const socket = net.connect(port, '127.0.0.1', () => {
        socket.off('error', reject);
        resolve(new HttpConnection(socket));
      });
      socket.once('error', reject);
    });
  }

  /** @param message a whole request as it goes over the wire */
  send(message: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
      this.socket.write(message);
    });
  }

  /** A server may close a connection that nobody uses at the moment. */
  get isOpen(): boolean {
    return !this.socket.destroyed;
  }

  close(): void {
    this.socket.destroy();
  }

  private read(chunk: Buffer): void {
    this.received = this.received.length === 0 ? chunk : Buffer.concat([this.received, chunk]);
    const answer = answerIn(this.received);
    if (answer === undefined) return;
    if (answer instanceof Error) {
      this.socket.destroy(answer);
      return;
    }
    this.received = NOTHING;
    this.waiting?.resolve(answer);
    this.waiting = undefined;
  }

  private fail(error: Error): void {
    this.waiting?.reject(error);
    this.waiting = undefined;
  }
}

/** The answer once it is there as a whole; an error when it never can be. */
function answerIn(bytes: Buffer): Answer | Error | undefined {
  const end = bytes.indexOf('\r\n\r\n');
  if (end === -1) return undefined;
  const head = bytes.toString('latin1', 0, end);
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  if (length === undefined) return new Error(`An answer without a length: ${head}`);
  const from = end + 4;
  const to = from + Number(length);
  if (bytes.length < to) return undefined;
  return { status: Number(head.slice(9, 12)), body: bytes.toString('utf8', from, to) };
}
