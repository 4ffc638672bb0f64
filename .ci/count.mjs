import { readFileSync } from "node:fs";

// The last line of a CI run. A skipped test is a failure here: on this machine nothing may be missing.
const report = JSON.parse(readFileSync(process.argv[2], "utf8"));
const skipped = report.numPendingTests + (report.numTodoTests ?? 0);
const brokenFiles = report.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0);
for (const file of brokenFiles) console.log(`did not run: ${file.name}`);
if (skipped > 0) console.log(`${skipped} skipped, which counts as failed`);
const failed = report.numFailedTests + skipped + brokenFiles.length;
console.log(`${report.numPassedTests} passed, ${failed} failed`);
process.exit(failed === 0 && report.numPassedTests > 0 ? 0 : 1);
