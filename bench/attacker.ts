import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { type Ask, type AttackOrder, type AttackRequest, TimeIsUp } from './neighbours/attack.js';
import { ATTACKS } from './neighbours/attacks.js';

/** Enough for every answer that is read. */
const KEPT_BYTES = 10_000;
/** The pause after a refused connection. */
const AFTER_FAILURE_MS = 100;

const { name, attacker, port, seconds, atMostSeconds } = workerData as AttackOrder;
const attack = ATTACKS[name]?.(attacker) ?? fail(`There is no attack ${name}.`);
const agent = new http.Agent({ keepAlive: true, maxSockets: attack.connections });
const until = performance.now() + seconds * 1000;
const tally: Record<string, number> = {};
let underWay = 0;
let rounds = 0;

function fail(message: string): never {
  throw new Error(message);
}

const count = (what: string, times = 1): void => {
  tally[what] = (tally[what] ?? 0) + times;
};

function send({ method = 'GET', path, headers = {}, body = '' }: AttackRequest): Promise<[number, string]> {
  return new Promise((resolve, reject) => {
    const length = body === '' ? {} : { 'content-length': Buffer.byteLength(body) };
    const options = { agent, host: '127.0.0.1', port, method, path, headers: { ...headers, ...length } };
    const request = http.request(options, (answer) => {
      let kept = '';
      answer
        .setEncoding('utf8')
        .on('data', (chunk: string) => {
          if (kept.length < KEPT_BYTES) kept += chunk;
        })
        .on('end', () => {
          resolve([answer.statusCode ?? 0, kept]);
        })
        .on('error', reject);
    });
    request.on('error', reject).end(body);
  });
}

const ask: Ask = async (request) => {
  if (performance.now() > until) throw new TimeIsUp();
  underWay++;
  try {
    const [status, body] = await send(request);
    count(String(status));
    return body;
  } catch {
    count('failed');
    await sleep(AFTER_FAILURE_MS);
    return '';
  } finally {
    underWay--;
  }
};

const onTime = async (work: Promise<unknown> | undefined): Promise<void> => {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof TimeIsUp)) throw error;
  }
};

async function repeat(round: (ask: Ask, number: number) => Promise<unknown>): Promise<void> {
  while (performance.now() < until) await onTime(round(ask, rounds++));
}

async function run(): Promise<void> {
  await onTime(attack.before?.(ask));
  await Promise.all(Array.from({ length: attack.connections }, () => repeat(attack.round)));
}

await Promise.race([run(), sleep(atMostSeconds * 1000)]);
if (underWay > 0) count('unanswered', underWay);
parentPort?.postMessage(tally);
