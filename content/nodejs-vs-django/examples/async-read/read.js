// Reads several files at once while other work goes on. No package needed.
// Run:  node read.js FILE...
const { readFile } = require("node:fs/promises");

async function countLines(name) {
  const text = await readFile(name, "utf8");
  return { name, lines: text.split("\n").length - 1 };
}

async function main(names) {
  const ticking = setInterval(() => process.stderr.write("."), 5);
  try {
    const counts = await Promise.all(names.map(countLines));
    console.table(counts);
  } finally {
    clearInterval(ticking);
  }
}

main(process.argv.length > 2 ? process.argv.slice(2) : [__filename]);
