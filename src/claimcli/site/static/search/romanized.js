// Names in Greek, Armenian and Georgian in the Latin letters of the schemes for each.
// The same procedure as claimcli.names.romanized.

const ROMANIZED = "\ue000u";
const SHORTEST_ROMANIZED = 3;
const [ROUGH, SMOOTH, PARTED] = ["\u0314", "\u0313", "\u0308"];
const GREEK_VOWELS = "αεηιουω";

class Romanized {
  constructor(tables, folding) {
    this.folding = folding;
    this.scripts = tables.scripts.map(([name, letters]) => [name, new RegExp(`[${letters}]`, "u")]);
    this.schemes = tables.schemes.map(([name, scheme]) => {
      const table = Object.fromEntries(scheme.split(" ").map((pair) => pair.split(":")));
      const longest = Object.keys(table).sort((one, other) => other.length - one.length);
      const escaped = longest.map((sign) => sign.replace(/[$^]/g, "\\$&"));
      return { name, table, sought: new RegExp(escaped.join("|"), "gu") };
    });
    this.spellings = remembered((word) => this.read(word));
  }

  // The spellings of a word in Latin letters, folded; none of one in another script.
  read(word) {
    const script = isAscii(word) ? undefined : this.scriptOf(word);
    if (!script) return [];
    const marked = word.normalize("NFKC").toLowerCase().normalize("NFD");
    const parted = marked.replace(new RegExp(`(?<=[${GREEK_VOWELS}])(?=[ιυ]${PARTED})`, "gu"), "\0");
    const letters = `^${parted.replace(/\p{M}/gu, "")}$`;
    const found = this.schemes
      .filter(({ name }) => name === script)
      .map(({ table, sought }) => letters.replace(sought, (sign) => table[sign]).replace(/[\0^$.]/g, ""))
      .flatMap((plain) => breathings(marked).map((breathing) => breathing + plain));
    return [...new Set(found)].filter((spelt) => /^\p{L}+$/u.test(spelt));
  }

  scriptOf(word) {
    for (const sign of word) {
      const script = this.scripts.find(([, letters]) => letters.test(sign));
      if (script) return script[0];
    }
    return undefined;
  }

  asked(word) {
    const folded = this.folding.fold(word);
    return folded.length >= SHORTEST_ROMANIZED && isAscii(folded) ? [ROMANIZED + folded] : [];
  }

  indexed(word) {
    return withKind(ROMANIZED, this.spellings(word));
  }
}

// What stands before a Greek vowel that begins a word; a word without either may have one.
function breathings(marked) {
  if (!GREEK_VOWELS.includes(marked[0])) return [""];
  const first = marked.slice(0, 4);
  if (first.includes(ROUGH)) return ["h"];
  return first.includes(SMOOTH) ? [""] : ["", "h"];
}
