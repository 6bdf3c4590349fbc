// The corpus in memory: the words of its texts, the keys of its names, the links of its claims.
// What FTS5 answers for the command line is answered here: sets of claims, sets of records.

const ENTITY_COLUMNS = ["id", "text", "variants", "more"];
const NOTHING = [];
const NO_WORD = -1;

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
    this.wordNumbers = new Map();
    this.texts = textsOf(this.index);
    this.columns = Object.keys(this.texts);
    this.tokens = Object.fromEntries(this.columns.map((column) => [column, []]));
    this.whole = this.claims.id.map((id, number) => this.readClaim(number));
  }

  // The words of a claim by their numbers, its texts parted by what is no word; each text by itself
  // is a part of that.
  readClaim(number) {
    const texts = this.columns.map((column) => this.folding.indexed(this.texts[column][number] ?? ""));
    const whole = new Int32Array(texts.reduce((sum, text) => sum + text.length + 1, 0));
    let at = 0;
    texts.forEach((text, column) => {
      const start = at;
      for (const word of text) {
        whole[at] = this.readWord(word, number);
        at += 1;
      }
      this.tokens[this.columns[column]].push(whole.subarray(start, at));
      whole[at] = NO_WORD;
      at += 1;
    });
    return whole;
  }

  readWord(word, number) {
    const numbers = this.postings.get(word);
    if (!numbers) {
      this.postings.set(word, [number]);
      this.wordNumbers.set(word, this.wordNumbers.size);
    } else if (numbers[numbers.length - 1] !== number) numbers.push(number);
    return this.wordNumbers.get(word);
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
    for (const key of keys) set.put(this.keys.get(key) ?? NOTHING);
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
    const last = words.length - 1;
    const sets = words.map((word, at) => this.withWord(word, isBegun && at === last));
    const candidates = sets.reduce((set, other) => set.keep(other)).numbers;
    const firsts = words.slice(0, last).map((word) => this.wordNumbers.get(word));
    const lasts = new Set(this.meant(words[last], isBegun).map((word) => this.wordNumbers.get(word)));
    const isIn = following(firsts, lasts);
    const has =
      columns === this.columns
        ? (number) => isIn(this.whole[number])
        : (number) => columns.some((column) => isIn(this.tokens[column][number]));
    return ClaimSet.of(this.size, candidates.filter(has));
  }

  withWord(word, isBegun) {
    const set = this.none();
    for (const known of this.meant(word, isBegun)) set.put(this.postings.get(known) ?? NOTHING);
    return set;
  }

  // The words that may stand for one that may only be begun.
  meant(word, isBegun) {
    return isBegun ? this.beginning(word) : [word];
  }

  // The records that have one of the phrases in one of these columns.
  records(phrases, columns) {
    const found = new Set();
    for (const { words, isBegun } of phrases) {
      const last = words.length - 1;
      const lasts = new Set(this.meant(words[last], isBegun));
      const isIn = following(words.slice(0, last), lasts);
      for (const first of last ? [words[0]] : lasts) {
        for (const entity of this.entityWords.get(first) ?? NOTHING) {
          if (!found.has(entity) && columns.some((column) => isIn(entity.columns[column]))) found.add(entity);
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

// Tells of a text whether it has these words one after the other, and after them one of the last.
function following(firsts, lasts) {
  const [first] = firsts.length ? firsts : lasts;
  const size = firsts.length;
  if (!size) return lasts.size === 1 ? (text) => text.includes(first) : (text) => text.some((word) => lasts.has(word));
  return (text) => {
    for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) {
      let number = 1;
      while (number < size && text[at + number] === firsts[number]) number += 1;
      if (number === size && at + size < text.length && lasts.has(text[at + size])) return true;
    }
    return false;
  };
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
