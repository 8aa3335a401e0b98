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
 * A kept-alive HTTP/1.1 connection to this machine for one request at a time. It understands only the HTTP that the two
 * servers use: the client shares the cores with what it measures, so it must be light.
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

  /** Sends a request and waits for its answer. @param message the whole request as it goes over the wire */
  send(message: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
      this.socket.write(message);
    });
  }

  /** False once the server has closed the idle connection. */
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

/** Returns the answer once it is complete, or an error when it can't become so. */
function answerIn(bytes: Buffer): Answer | Error | undefined {
  const end = bytes.indexOf('\r\n\r\n');
  if (end === -1) return undefined;
  const head = bytes.toString('latin1', 0, end);
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  if (length === undefined) return new Error(`The answer has no content-length: ${head}`);
  const from = end + 4;
  const to = from + Number(length);
  if (bytes.length < to) return undefined;
  return { status: Number(head.slice(9, 12)), body: bytes.toString('utf8', from, to) };
}
