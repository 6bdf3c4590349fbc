// The corpus in memory: the words of its texts, the keys of its names, the links of its claims.
// What FTS5 answers for the command line is answered here: sets of claims, sets of records.

// A set of claims: one bit each.
class ClaimSet {
  constructor(size) {
    this.size = size;
    this.bits = new Uint32Array((size + 31) >>> 5);
  }

  static of(size, numbers) {
    const set = new ClaimSet(size);
    for (const number of numbers) set.bits[number >>> 5] |= 1 << (number & 31);
    return set;
  }

  static all(size) {
    const set = new ClaimSet(size);
    for (let number = 0; number < size; number += 1) set.bits[number >>> 5] |= 1 << (number & 31);
    return set;
  }

  copy() {
    const set = new ClaimSet(this.size);
    set.bits.set(this.bits);
    return set;
  }

  has(number) {
    return (this.bits[number >>> 5] & (1 << (number & 31))) !== 0;
  }

  get isEmpty() {
    return this.bits.every((bits) => bits === 0);
  }

  // With the claims of the other; changes this set.
  add(other) {
    for (let at = 0; at < this.bits.length; at += 1) this.bits[at] |= other.bits[at];
    return this;
  }

  // Without the claims that the other has not; changes this set.
  keep(other) {
    for (let at = 0; at < this.bits.length; at += 1) this.bits[at] &= other.bits[at];
    return this;
  }

  // Without the claims that the other has; changes this set.
  drop(other) {
    for (let at = 0; at < this.bits.length; at += 1) this.bits[at] &= ~other.bits[at];
    return this;
  }

  get numbers() {
    const found = [];
    for (let number = 0; number < this.size; number += 1) if (this.has(number)) found.push(number);
    return found;
  }
}

const ENTITY_COLUMNS = ["id", "text", "variants", "more"];
const NOTHING = [];

class Corpus {
  constructor(index) {
    this.index = index;
    this.claims = index.claims;
    this.size = index.claims.id.length;
    this.folding = new Folding(index.tables.folding);
    this.names = new NameKeys(index.tables, this.folding);
    this.readClaims();
    this.readEntities();
    this.words = [...this.postings.keys(), ...this.entityWords.keys()];
    this.words = [...new Set(this.words)].sort();
    this.keys = unpacked(index.keys);
    this.readLinks();
  }

  readClaims() {
    this.postings = new Map();
    this.texts = textsOf(this.index);
    this.columns = Object.keys(this.texts);
    this.tokens = {};
    for (const column of this.columns) {
      this.tokens[column] = this.texts[column].map((text, number) => this.readText(text, number));
    }
    for (const numbers of this.postings.values()) numbers.sort((one, other) => one - other);
  }

  readText(text, number) {
    if (!text) return NOTHING;
    const words = this.folding.indexed(text);
    for (const word of words) {
      const numbers = this.postings.get(word);
      if (!numbers) this.postings.set(word, [number]);
      else if (numbers.at(-1) !== number) numbers.push(number);
    }
    return words;
  }

  readEntities() {
    this.entityWords = new Map();
    this.entityKeys = new Map();
    this.byId = new Map();
    this.spelt = new Map();
    const add = (map, key, entity) => {
      if (!map.has(key)) map.set(key, []);
      if (map.get(key).at(-1) !== entity) map.get(key).push(entity);
    };
    this.entities = this.index.entities.map(([kind, id, columns, keys, spellings, made, makers, label]) => {
      const entity = { kind, id, spellings, made, makers, label, columns: {} };
      ENTITY_COLUMNS.forEach((column, at) => {
        entity.columns[column] = asciiLower(columns[at]).match(/[a-z0-9\u0080-\uffff]+/g) ?? [];
        for (const word of entity.columns[column]) add(this.entityWords, word, entity);
      });
      for (const key of keys ? keys.split(" ") : []) add(this.entityKeys, key, entity);
      entity.folded = spellings.map(([value]) => this.folding.tokens(value).join(" "));
      if (kind === "name") for (const spelling of entity.folded) add(this.spelt, spelling, entity);
      add(this.byId, id, entity);
      return entity;
    });
  }

  readLinks() {
    this.links = new Map();
    const { refs, claims } = this.index;
    const link = (role, target, number) => {
      const key = role + target;
      if (!this.links.has(key)) this.links.set(key, []);
      this.links.get(key).push(number);
    };
    for (let number = 0; number < this.size; number += 1) {
      for (const holder of claims.scholars[number]) link("h", refs.scholars[holder], number);
      for (const tag of claims.tags[number]) link("t", tag, number);
      if (claims.certainty[number]) link("y", claims.certainty[number], number);
      for (const position of claims.positions[number]) {
        const at = refs.positions[position];
        link("p", at, number);
        link("q", at.slice(0, at.indexOf("/")), number);
        link("a", at.slice(at.indexOf("/") + 1), number);
      }
      for (const role of ["citation", "via", "basis"]) {
        for (const [work] of claims[role][number]) {
          link(role[0], refs.sources[work], number);
          link("s", refs.sources[work], number);
        }
      }
    }
  }

  none() {
    return new ClaimSet(this.size);
  }

  // The claims that have a link of this role to the target.
  linkedTo(role, target) {
    return ClaimSet.of(this.size, this.links.get(role + target) ?? NOTHING);
  }

  targets(role) {
    return [...this.links.keys()].filter((key) => key[0] === role).map((key) => key.slice(1));
  }

  // The claims whose names have one of the keys.
  withKeys(keys) {
    const set = this.none();
    for (const key of keys) set.add(ClaimSet.of(this.size, this.keys.get(key) ?? NOTHING));
    return set;
  }

  isKnownKey(key) {
    return this.keys.has(key) || this.entityKeys.has(key);
  }

  isKnownWord(word) {
    return this.postings.has(word) || this.entityWords.has(word);
  }

  // The words of the corpus that begin so.
  beginning(letters) {
    let [low, high] = [0, this.words.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.words[middle] < letters) low = middle + 1;
      else high = middle;
    }
    const found = [];
    for (; low < this.words.length && this.words[low].startsWith(letters); low += 1) {
      found.push(this.words[low]);
    }
    return found;
  }

  // The claims that have the words one after the other, the last perhaps only begun.
  withPhrase({ words, isBegun }, columns = this.columns) {
    if (words.length === 1 && columns === this.columns) return this.withWord(words[0], isBegun);
    const sets = words.map((word, at) => this.withWord(word, isBegun && at === words.length - 1));
    const candidates = sets.reduce((set, other) => set.keep(other)).numbers;
    const has = (number) => columns.some((column) => follows(this.tokens[column][number], words, isBegun));
    return ClaimSet.of(this.size, candidates.filter(has));
  }

  withWord(word, isBegun) {
    const set = this.none();
    for (const known of isBegun ? this.beginning(word) : [word]) {
      set.add(ClaimSet.of(this.size, this.postings.get(known) ?? NOTHING));
    }
    return set;
  }

  // The records that have one of the phrases in one of these columns.
  records(phrases, columns) {
    const found = new Set();
    for (const { words, isBegun } of phrases) {
      const firsts = isBegun && words.length === 1 ? this.beginning(words[0]) : [words[0]];
      for (const first of firsts) {
        for (const entity of this.entityWords.get(first) ?? NOTHING) {
          if (columns.some((column) => follows(entity.columns[column], words, isBegun))) found.add(entity);
        }
      }
    }
    return [...found];
  }

  recordsWithKeys(keys) {
    return [...new Set([...keys].flatMap((key) => this.entityKeys.get(key) ?? NOTHING))];
  }

  record(kind, id) {
    return (this.byId.get(id) ?? NOTHING).find((entity) => entity.kind === kind);
  }
}

// Whether the words stand in a text one after the other.
function follows(text, words, isBegun) {
  const last = words.length - 1;
  const end = text.length - last;
  for (let at = 0; at < end; at += 1) {
    let number = 0;
    while (number < last && text[at + number] === words[number]) number += 1;
    const there = text[at + number];
    if (number === last && (isBegun ? there.startsWith(words[last]) : there === words[last])) return true;
  }
  return false;
}

// The texts of the claims that are searched word by word, by their columns in the index.
function textsOf({ prose, claims, refs }) {
  const texts = Object.fromEntries(prose.map((field) => [field, claims[field]]));
  texts.other = claims.id.map((id, number) => {
    const works = [...claims.citation[number], ...claims.via[number], ...claims.basis[number]];
    const locators = works.map(([, locator]) => locator).filter(Boolean);
    return [id, ...claims.tags[number], ...locators].join(" ");
  });
  return texts;
}

// Keys and the claims that they lead to: each group of keys has its claims as differences.
function unpacked(groups) {
  const found = new Map();
  for (const [keys, differences] of groups) {
    let number = 0;
    const numbers = differences.map((difference) => (number += difference));
    for (const key of keys.split(" ")) found.set(key, numbers);
  }
  return found;
}
