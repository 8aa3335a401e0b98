/**
 * Tells the person who migrates about a row that a migration leaves as it is. Without personal data, because logs keep it.
 * Written at once: a migration has no other way to answer.
 */
export const report = (line: string): void => void process.stderr.write(`${line}\n`);
