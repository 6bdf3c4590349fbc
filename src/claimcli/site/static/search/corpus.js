// The corpus in memory: the words of its texts, the keys of its names, the links of its claims.
// What FTS5 answers for the command line is answered here: sets of claims, sets of records.

const ENTITY_COLUMNS = ["id", "text", "variants", "more"];
const NOTHING = [];

class Corpus {
  constructor(index) {
    this.index = index;
    this.claims = index.claims;
    this.size = index.claims.id.length;
    this.folding = new Folding(index.tables.folding);
    this.names = new NameKeys(index.tables, this.folding);
    this.texts = textsOf(index);
    this.columns = Object.keys(this.texts);
    this.said = new Concordance(this.size, this.columns, (number) => this.wordsOfClaim(number));
    this.entities = index.entities.map((row) => this.readEntity(row));
    this.named = new Concordance(this.entities.length, ENTITY_COLUMNS, (number) => this.entities[number].words);
    this.readEntities();
    this.keys = unpacked(index.keys);
    this.readLinks();
  }

  wordsOfClaim(number) {
    return this.columns.map((column) => this.folding.indexed(this.texts[column][number] ?? ""));
  }

  readEntity([kind, id, texts, keys, spellings, made, makers, label]) {
    const words = texts.map((text) => asciiLower(text).match(/[a-z0-9\u0080-\uffff]+/g) ?? NOTHING);
    const folded = spellings.map(([value]) => this.folding.tokens(value).join(" "));
    return { kind, id, words, keys: keys ? keys.split(" ") : NOTHING, spellings, folded, made, makers, label };
  }

  readEntities() {
    [this.entityKeys, this.byId, this.spelt] = [new Map(), new Map(), new Map()];
    const put = (map, key, entity) => {
      if (!map.has(key)) map.set(key, []);
      if (map.get(key).at(-1) !== entity) map.get(key).push(entity);
    };
    for (const entity of this.entities) {
      for (const key of entity.keys) put(this.entityKeys, key, entity);
      if (entity.kind === "name") for (const spelling of entity.folded) put(this.spelt, spelling, entity);
      put(this.byId, entity.id, entity);
    }
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
    return new NumberSet(this.size);
  }

  // The claims that have a link of this role to the target.
  linkedTo(role, target) {
    return NumberSet.of(this.size, this.links.get(role + target) ?? NOTHING);
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
    return this.said.has(word) || this.named.has(word);
  }

  // The words of the corpus that begin so.
  beginning(letters) {
    return [...new Set([...this.said.beginning(letters), ...this.named.beginning(letters)])];
  }

  // The claims that have the words one after the other, the last perhaps only begun.
  withPhrase(phrase, columns = this.columns) {
    return this.said.withPhrase(phrase, columns);
  }

  // The records that have one of the phrases in one of these columns.
  records(phrases, columns) {
    const found = new NumberSet(this.entities.length);
    for (const phrase of phrases) found.join(this.named.withPhrase(phrase, columns));
    return found.numbers.map((number) => this.entities[number]);
  }

  recordsWithKeys(keys) {
    return [...new Set([...keys].flatMap((key) => this.entityKeys.get(key) ?? NOTHING))];
  }

  record(kind, id) {
    return (this.byId.get(id) ?? NOTHING).find((entity) => entity.kind === kind);
  }
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
