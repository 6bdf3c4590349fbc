// Answers on stdout what the function in given.json says, with the search of a folder at hand.
const fs = require("fs");
const vm = require("vm");

const folder = process.argv[2];
const read = (name) => fs.readFileSync(`${folder}/${name}`, "utf8");
vm.runInThisContext(read("search-index.js"));
vm.runInThisContext(read("search.js"));
globalThis.search = new claimcliSearch.Search(claimcliIndex);
const [expression, ...given] = JSON.parse(read("given.json"));
process.stdout.write(JSON.stringify(vm.runInThisContext(expression)(...given)));
