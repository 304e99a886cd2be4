// csl.js LOCALES_FOLDER: renders works in CSL styles and marks which variable each part of the text comes from.
//
// Reads one job a line from standard input, `{"style": file, "locale": code or null, "items": [CSL-JSON, …]}`, and answers each with a
// line: a list with one text an item, or null where the processor failed. In a text, U+E000 names U+E001 … U+E002 encloses what was
// printed for the variables `names`. Needs citeproc (npm), found through NODE_PATH.

const CSL = require("citeproc");
const fs = require("fs");
const path = require("path");
const readline = require("readline");

const [OPENING, NAMED, CLOSING] = ["\ue000", "\ue001", "\ue002"];
const folder = process.argv[2];
const locales = new Map();

// The plain text format, but with the part of the HTML format that asks for variableWrapper.
CSL.Output.Formats.marked = {
  ...CSL.Output.Formats.text,
  "@showid/true": CSL.Output.Formats.html["@showid/true"],
};
CSL.debug = () => {};
CSL.error = (message) => {
  throw new Error(message);
};

function locale(code) {
  if (!locales.has(code)) {
    const file = path.join(folder, `locales-${code}.xml`);
    locales.set(code, fs.existsSync(file) ? fs.readFileSync(file, "utf8") : null);
  }
  return locales.get(code);
}

function marked(params, before, text, after) {
  if (params.context !== "bibliography") return before + text + after;
  return before + OPENING + params.variableNames.join(",") + NAMED + text + CLOSING + after;
}

function rendered(job) {
  const items = new Map(job.items.map((item) => [item.id, item]));
  const system = { retrieveLocale: locale, retrieveItem: (id) => items.get(id), variableWrapper: marked };
  const style = fs.readFileSync(job.style, "utf8");
  const engine = new CSL.Engine(system, style, job.locale || undefined, Boolean(job.locale));
  engine.setOutputFormat("marked");
  return job.items.map((item) => {
    try {
      engine.updateItems([item.id]);
      return engine.makeBibliography()[1][0];
    } catch {
      return null;
    }
  });
}

readline.createInterface({ input: process.stdin }).on("line", (line) => {
  const job = JSON.parse(line);
  let texts;
  try {
    texts = rendered(job);
  } catch {
    texts = job.items.map(() => null);
  }
  process.stdout.write(JSON.stringify(texts) + "\n");
});
