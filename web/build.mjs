// Builds the pages into dist/web and compresses each file, because the service compresses nothing itself.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'vite';

const OUTPUT = 'dist/web';
const WORTH_IT = /\.(js|css|svg)$/;

await build({ configFile: 'web/vite.config.ts', logLevel: 'warn' });
for (const name of readdirSync(OUTPUT, { recursive: true })) {
  const file = path.join(OUTPUT, name);
  if (!WORTH_IT.test(file)) continue;
  const text = readFileSync(file);
  writeFileSync(`${file}.gz`, gzipSync(text, { level: 9 }));
  writeFileSync(`${file}.br`, brotliCompressSync(text));
}
