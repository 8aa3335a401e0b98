// Prints one line with the results of the tests, from the reports of the jest runs.
import { readFileSync } from 'node:fs';

const reports = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, 'utf8')));
const total = (count) => reports.reduce((sum, report) => sum + count(report), 0);
const passed = total((report) => report.numPassedTests);
const failed = total((report) => report.numFailedTests + report.numRuntimeErrorTestSuites);
process.stdout.write(`tests: ${passed} passed, ${failed} failed\n`);
