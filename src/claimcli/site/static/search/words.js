// Words: their stems and endings, and their customary spellings.
// The same procedures as claimcli.search.english, endings, compounds and names.respelling.

const RESPELT = "\ue006";
const LAST_ENDING = (
  "ement ance ence able ible ment ant ent ism ate iti ous ive ize ion al er ic ou"
).split(" ");
const BRITISH = [
  [/is(e|es|ed|ing|er|ers|ation|ations|ational)$/, "iz$1"],
  [/(?<=[a-z]{3})our(s|ed|ing|able|ful|hood|less|ly)?$/, "or$1"],
  [/(?<=[a-z]{2})tre(s|d)?$/, "ter$1"],
];
const pairsOf = (text) => text.split(" ").map((pair) => pair.split(":"));
const DOUBLE = pairsOf(
  "ational:ate tional:tion enci:ence anci:ance izer:ize abli:able alli:al entli:ent eli:e ousli:ous " +
    "ization:ize ation:ate ator:ate alism:al iveness:ive fulness:ful ousness:ous aliti:al iviti:ive biliti:ble",
);
const DERIVED = pairsOf("icate:ic ative: alize:al iciti:ic ical:ic ful: ness:");

// The stem of a folded English word by Porter's algorithm.
function stem(written) {
  if (written.length <= 2) return written;
  let word = BRITISH.slice(written.length > "raised".length ? 0 : 1).reduce(
    (spelt, [pattern, instead]) => spelt.replace(pattern, (_, end) => instead.replace("$1", end ?? "")),
    written,
  );
  word = withoutTense(withoutPlural(word));
  if (word.endsWith("y") && hasVowel(word.slice(0, -1))) word = `${word.slice(0, -1)}i`;
  return withoutE(withoutLast(replaced(replaced(word, DOUBLE), DERIVED)));
}

// The word as c and v; y after a consonant is a vowel.
function consonants(word) {
  let kinds = "";
  for (const letter of word) {
    kinds += "aeiou".includes(letter) || (letter === "y" && kinds.endsWith("c")) ? "v" : "c";
  }
  return kinds;
}

const measure = (word) => consonants(word).split("vc").length - 1;
const hasVowel = (word) => consonants(word).includes("v");
const isShort = (word) => consonants(word).endsWith("cvc") && !"wxy".includes(word.at(-1));

function withoutPlural(word) {
  if (/(?:sses|ies)$/.test(word)) return word.slice(0, -2);
  return word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
}

function withoutTense(word) {
  if (word.endsWith("eed")) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
  const ending = ["ed", "ing"].find((one) => word.endsWith(one));
  const base = ending ? word.slice(0, -ending.length) : word;
  if (!ending || !hasVowel(base)) return word;
  if (/(?:at|bl|iz)$/.test(base)) return `${base}e`;
  const last = base.at(-1);
  if (base.length > 1 && last === base.at(-2) && !"aeioulsz".includes(last)) return base.slice(0, -1);
  return measure(base) === 1 && isShort(base) ? `${base}e` : base;
}

function replaced(word, endings) {
  for (const [ending, instead] of endings) {
    if (word.endsWith(ending)) {
      const base = word.slice(0, -ending.length);
      return measure(base) > 0 ? base + instead : word;
    }
  }
  return word;
}

function withoutLast(word) {
  const ending = LAST_ENDING.find((one) => word.endsWith(one));
  if (!ending) return word;
  const base = word.slice(0, -ending.length);
  return measure(base) > 1 && (ending !== "ion" || /[st]$/.test(base)) ? base : word;
}

function withoutE(written) {
  let word = written;
  if (word.endsWith("e")) {
    const base = word.slice(0, -1);
    const size = measure(base);
    if (size > 1 || (size === 1 && !isShort(base))) word = base;
  }
  return word.endsWith("ll") && measure(word) > 1 ? word.slice(0, -1) : word;
}

// How every other form of a word begins; null for what has no forms.
function root(word) {
  if (!/^[a-z]{4,30}$/.test(word)) return null;
  let found = stem(word);
  if (/(?:i|or|ter)$/.test(found)) found = found.replace(/(?:i|r|er)$/, "");
  return found.length >= 3 ? found : null;
}

function strongForms(strong) {
  const table = new Map();
  for (const line of strong) {
    const words = line.split(" ");
    const both = [...words, `${words[0]}s`, `${words[0].replace(/e$/, "")}ing`];
    for (const form of both) table.set(form, both);
  }
  return table;
}

// What may be left of a folded Russian or Korean word without its ending; nothing in others.
class Endings {
  constructor(tables) {
    Object.assign(this, tables);
    this.consonants = "бвгджзклмнпрстфхцчшщ";
    this.vowels = "аеиоуыэюя";
  }

  stems(word) {
    if (isCyrillic(word)) return this.russianStems(word);
    if (!isHangul(word) || word.length < 2) return [];
    return [word, this.withoutParticle(word)].filter((stem) => stem.length >= 2);
  }

  withoutParticle(word) {
    const particle = this.particles.find((one) => word.endsWith(one)) ?? "";
    return word.slice(0, word.length - particle.length);
  }

  russianStems(word) {
    const size = Math.max(0, ...this.russian.filter((e) => word.endsWith(e)).map((e) => e.length));
    const found = [word.slice(0, word.length - size)];
    if (this.consonants.includes(word.at(-1))) found.push(word);
    const ending = this.after_vowel.find((one) => word.endsWith(one)) ?? "";
    const without = word.slice(0, word.length - ending.length);
    if (ending && without && this.vowels.includes(without.at(-1))) found.push(without);
    return [...new Set(found)].filter((stem) => stem.length >= 4);
  }
}

const SUN_LETTERS = "th|dh|sh|[tdrzsn]";

const SUN_LETTER = new RegExp(`^(?:${SUN_LETTERS})`);
const ARTICLE = new RegExp(
  `(?<![\\p{L}\\p{N}_])(?:el|a(?<sun>${SUN_LETTERS})(?=-\\k<sun>))-(?=[\\p{L}\\p{N}_])`,
  "gu",
);

// A folded name with al- for its Arabic article, however that is assimilated.
const withPlainArticle = (folded) => folded.replace(ARTICLE, "al-");

const AL = "\u0627\u0644";

// A folded word in Arabic letters without its article, or with it where it has none.
function withoutArticle(word) {
  if (!/^[\u0620-\u064a]/.test(word)) return null;
  const other = word.startsWith(AL) ? word.slice(AL.length) : AL + word;
  return Math.min(word.length, other.length) >= 3 ? other : null;
}

function withOtherArticles(article, name) {
  const letter = name.match(SUN_LETTER);
  const forms = ["al", "el", ...(letter ? [`a${letter[0]}`] : [])];
  return forms.includes(article) ? forms.filter((form) => form !== article).map((form) => form + name) : [];
}

// Words that are written as one, with a hyphen, or apart, and with two letters for one.
class Respelling {
  constructor(tables, folding) {
    this.folding = folding;
    this.letters = new Map(Object.entries(tables.letters));
    this.prefixes = tables.prefixes;
    this.times = new Set(["today", "tonight", "tomorrow"]);
    this.notJoined = new Set([...tables.stop_words, "no", "nor", "not", "without"]);
  }

  // A word, folded, with two letters for each that may be written so; null if there is none.
  respelt(word) {
    if (isAscii(word)) return null;
    const composed = word.normalize("NFC");
    const expanded = Array.from(composed, (sign) => this.letters.get(sign) ?? sign).join("");
    return expanded === composed ? null : this.folding.fold(expanded);
  }

  // The keys under which texts that spell it otherwise may be indexed.
  keys(terms) {
    const solid = terms.length === 1 && !(terms[0].phrase && terms[0].words.length > 1);
    const all = [...(solid ? [terms[0].words.join("")] : []), ...this.articles(terms)];
    return all.map((word) => RESPELT + word);
  }

  articles(terms) {
    const words = terms.flatMap((term) => term.words);
    if (words.length !== 2 || (terms.length === 2 && !["al", "el"].includes(words[0]))) return [];
    return withOtherArticles(...words);
  }

  // Its other customary spellings: words that texts are keyed by, and phrases.
  customary(terms, known) {
    const marked = known.filter((key) => key.startsWith(RESPELT));
    const phrases = [];
    if (this.articles(terms).length) {
      const name = terms.flatMap((term) => term.words).at(-1);
      phrases.push(["al", name], ["el", name]);
    }
    if (terms.length === 1) phrases.push(...this.inLetters(terms[0]));
    return { marked, phrases };
  }

  inLetters({ text, words, phrase }) {
    const other = words.length === 1 ? this.respelt(text) : null;
    const found = other === null ? [] : [[other]];
    const bare = words.length === 1 && !phrase ? withoutArticle(words[0]) : null;
    if (bare !== null) found.push([bare]);
    const solid = words.join("");
    if (words.length > 1 && !phrase && !/^[\p{Nd}\p{No}]+$/u.test(solid)) found.push([solid]);
    return found;
  }

  // A word as two, where the first is a prefix.
  apart(word) {
    const cuts = this.prefixes.filter((prefix) => word.startsWith(prefix)).map((p) => p.length);
    if (this.times.has(word)) cuts.push(2);
    return cuts.filter((at) => word.length - at >= 3).map((at) => [word.slice(0, at), word.slice(at)]);
  }

  // Two words as one, if together they can be a word that is written so.
  together(words) {
    if (words.length !== 2 || !words.every((word) => /^\p{L}+$/u.test(word))) return null;
    const solid = words.join("");
    const isWord =
      solid.length >= 7 &&
      !words.some((word) => this.notJoined.has(word)) &&
      words.every((word) => word.length >= 3);
    return this.prefixes.includes(words[0]) || this.times.has(solid) || isWord ? solid : null;
  }
}
