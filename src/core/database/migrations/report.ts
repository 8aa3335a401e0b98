/**
 * Reports a row that a migration leaves unchanged, on standard error. The line must not contain personal data, because logs
 * keep it.
 */
export const report = (line: string): void => void process.stderr.write(`${line}\n`);
