// What Mermaid's own parser says of the files that are named: `node consumers.mjs MODULES FILE...`.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [modules, ...files] = process.argv.slice(2);
const require = createRequire(pathToFileURL(`${modules}/`));
const { JSDOM } = require("jsdom");
const { window } = new JSDOM("");
globalThis.window = window;
globalThis.document = window.document;
const { default: mermaid } = await import(pathToFileURL(require.resolve("mermaid")).href);
for (const file of files) {
  const { diagramType } = await mermaid.parse(readFileSync(file, "utf8"));
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(readFileSync(file, "utf8"));
  const labels = [...db.getVertices().values()].map((vertex) => vertex.text);
  console.log(JSON.stringify({ diagramType, labels, edges: db.getEdges().length }));
}
