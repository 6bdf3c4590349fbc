// A query to what it asks for: for each word the ways in which it may be met.
// The same procedure as claimcli.search.expansion, ways, variants, fielded and prevalence.

const LONGEST_GROUP = 8;
const LONGEST_RUN = 12;
const SHORTEST_BEGINNING = 3;
const MOST_RECORDS = 20;
const ROLES = { scholar: "h", source: "s", question: "q", stance: "p" };
const TIERS = ["typed", "linked", "variant", "name", "linkedName", "prefix"];

const phraseOf = (words, isBegun = false) => ({ words, isBegun });
const size = (word) => Array.from(word).length;

class Planner {
  constructor(corpus) {
    const { tables } = corpus.index;
    this.corpus = corpus;
    this.folding = corpus.folding;
    this.names = corpus.names;
    this.respelling = new Respelling(tables.respelling, corpus.folding);
    this.persons = new Persons(tables, corpus.names, this.respelling);
    this.endings = new Endings(tables.endings);
    this.strong = strongForms(tables.strong);
    this.stopWords = new Set(tables.stop_words);
  }

  // --- Ways: each says which claims meet it ---

  phrase({ words, isBegun }) {
    const find = () => this.corpus.withPhrase({ words, isBegun });
    return { kind: "phrase", words, isBegun, find };
  }

  inField(field, { words, isBegun }) {
    const find = () => this.corpus.withPhrase({ words, isBegun }, [field]);
    return { kind: "phrase", words, isBegun, field, find };
  }

  link(role, id) {
    return { kind: "link", role, id, find: () => this.corpus.linkedTo(role, id) };
  }

  nameKeys(keys) {
    return { kind: "keys", keys: new Set(keys), find: () => this.corpus.withKeys(keys) };
  }

  links(entities, roles = ROLES) {
    return entities.filter(({ kind }) => roles[kind]).map(({ kind, id }) => this.link(roles[kind], id));
  }

  linked(phrases, columns, roles = ROLES) {
    return this.links(this.corpus.records(phrases, columns), roles);
  }

  phrasesOrLinked(phrases) {
    const ways = phrases.map((phrase) => this.phrase(phrase));
    return [...ways, ...this.linked(phrases, ["text", "variants"])];
  }

  // --- A term on its own ---

  single(term, keys) {
    if (term.field) return this.fielded(term, keys);
    const typed = phraseOf(term.words, term.prefix);
    const sought = this.spelt([term], keys);
    const forms = this.formsOf(term);
    const isDivided = !term.phrase && term.words.length === 1;
    const divided = isDivided ? this.respelling.apart(term.words[0]).map((w) => phraseOf(w)) : [];
    const last = term.words.at(-1);
    const isLong = size(last) >= (isHangul(last) ? 2 : SHORTEST_BEGINNING);
    const meant = [...(isLong ? [phraseOf(term.words, true)] : []), ...forms.map((f) => phraseOf([f]))];
    const withId = [term.text, term.text.toLowerCase()].flatMap((id) => this.corpus.byId.get(id) ?? []);
    Object.assign(sought.ways, this.asTyped(typed));
    sought.ways.typed.push(...this.links([...new Set(withId)]));
    sought.ways.prefix = [
      ...meant.map((phrase) => this.phrase(phrase)),
      ...this.linked(meant, ["text", "variants", "more"]),
      ...this.phrasesOrLinked(divided),
    ];
    return { ...sought, forms };
  }

  asTyped(typed) {
    const holders = this.linked([typed], ["text"], { scholar: "h" });
    return { typed: [this.phrase(typed), ...holders], linked: this.linked([typed], ["text", "more"]) };
  }

  formsOf(term) {
    const isWord = !(term.phrase || term.prefix || term.words.length > 1);
    return isWord ? this.knownForms(term.words[0]) : [];
  }

  // The words of the corpus that are other forms of a word.
  knownForms(word) {
    const found = new Set(isAscii(word) ? this.englishForms(word) : this.otherForms(word));
    found.delete(word);
    return [...found].sort();
  }

  englishForms(word) {
    const strong = (this.strong.get(word) ?? []).filter((form) => this.corpus.isKnownWord(form));
    const beginning = root(word);
    if (beginning === null) return strong;
    const same = stem(word);
    const plain = this.corpus.beginning(beginning).filter((known) => /^[a-z]+$/.test(known));
    return [...strong, ...plain.filter((known) => stem(known) === same)];
  }

  otherForms(word) {
    const asked = this.endings.stems(word);
    if (!asked.length) return [];
    const beginning = asked.reduce((one, other) => (other.length < one.length ? other : one));
    const isForm = (known) => this.endings.stems(known).some((one) => asked.includes(one));
    return this.corpus.beginning(beginning).filter(isForm);
  }

  // In all spellings but as it is typed: declared and customary ones, and those of a name.
  spelt(terms, keys) {
    const words = terms.flatMap((term) => term.words);
    const [variants, read] = this.spellings(words, keys);
    const isKnown = (key) => this.corpus.isKnownKey(key);
    const known = [...new Set([...keys, ...this.respelling.keys(terms)])].filter(isKnown);
    const customary = this.respelling.customary(terms, known);
    const named = known.filter((key) => !key.startsWith(RESPELT));
    const persons = this.byPerson(terms);
    const alike = [...read, ...this.romanized(words)];
    const byName = [...this.byKeys(named), ...persons, ...(alike.length ? this.phrasesOrLinked(alike) : [])];
    const isApart = (way) => way.kind === "link" && way.role !== "h";
    const ways = {
      typed: [],
      linked: [],
      variant: [...this.byVariant(phraseOf(words), variants), ...this.byCustom(customary)],
      name: byName.filter((way) => !isApart(way)),
      linkedName: byName.filter(isApart),
      prefix: [],
    };
    return {
      terms,
      words,
      ways,
      forms: [],
      isPerson: persons.length > 0,
      isName: byName.length > 0 || variants.length + read.length > 0,
      isSpelt: customary.marked.length + customary.phrases.length > 0,
      field: terms[0].field,
    };
  }

  // A word in the Latin letters of a scheme for its script, where the corpus has it so.
  romanized(words) {
    const spelt = words.length === 1 ? this.names.romanized.spellings(words[0]) : [];
    return spelt.filter((word) => this.corpus.isKnownWord(word)).map((word) => phraseOf([word]));
  }

  byKeys(keys) {
    return keys.length ? [this.nameKeys(keys), ...this.links(this.corpus.recordsWithKeys(keys))] : [];
  }

  byVariant(typed, variants) {
    const spelled = this.phrasesOrLinked(variants);
    return [...spelled, ...this.linked([typed], ["variants"])];
  }

  byCustom({ marked, phrases }) {
    return [...this.byKeys(marked), ...this.phrasesOrLinked(phrases.map((words) => phraseOf(words)))];
  }

  // As the whole name of a scholar or an author: one word is that only in Han and Hangul.
  byPerson(terms) {
    const name = terms.map((term) => term.text).join(" ");
    if (terms.length === 1 && !this.folding.hasHan(name) && !/[가-힣]/.test(name)) return [];
    const keys = Array.from(this.persons.groupingKeys(name), (key) => `\ue005${key}`);
    const isNamed = ({ makers }) =>
      makers.some((other) => this.persons.isNoLonger(name, other) && this.persons.same(name, other));
    return this.links(this.corpus.recordsWithKeys(keys).filter(isNamed));
  }

  // What is declared for these words, and for another spelling that is read as they are.
  spellings(words, keys) {
    let found = this.declared(words);
    if (!found.length && words.length === 1) {
      found = this.familyNames(words[0]);
      if (!found.length) found = this.declaredInOtherForms(words[0]);
    }
    found = this.withForms(found);
    const isTold = found.length || this.folding.hasHan(words.join(""));
    return [found, isTold ? [] : this.readAsDeclared(keys)];
  }

  declared(words) {
    const typed = words.join(" ");
    const others = (this.corpus.spelt.get(typed) ?? []).flatMap((entity) => entity.folded);
    return others.filter((folded) => folded && folded !== typed).map((f) => phraseOf(f.split(" ")));
  }

  declaredInOtherForms(word) {
    return isAscii(word) ? [] : this.knownForms(word).flatMap((form) => this.declared([form]));
  }

  withForms(variants) {
    const isOther = ({ words }) => words.length === 1 && !isAscii(words[0]);
    const forms = variants.filter(isOther).flatMap(({ words }) => this.knownForms(words[0]));
    return [...variants, ...forms.map((form) => phraseOf([form]))];
  }

  readAsDeclared(keys) {
    const exact = keys.filter((key) => key.startsWith(EXACT));
    const all = new Set(this.corpus.recordsWithKeys(exact));
    const names = this.corpus.entities.filter((e) => e.kind === "name" && all.has(e));
    return names.slice(0, MOST_RECORDS).flatMap(({ spellings, folded }) => {
      const isRead = spellings.map(([value]) =>
        this.names.sinicIndexed(this.names.parts(value)).some((key) => exact.includes(key)),
      );
      const others = isRead.includes(true) ? folded.filter((_, at) => !isRead[at]) : [];
      return others.filter(Boolean).map((other) => phraseOf(other.split(" ")));
    });
  }

  // The other spellings of a family name, where one scholar has it.
  familyNames(word) {
    const found = this.corpus.records([phraseOf([word])], ["text", "variants"]);
    if (found.length > MOST_RECORDS) return [];
    const families = ({ spellings }) => spellings.map(([value]) => this.family(value));
    const bearing = found.filter((e) => e.kind === "scholar" && families(e).includes(word));
    if (bearing.length !== 1 || bearing[0].made !== "person") return [];
    const others = new Set(families(bearing[0]).filter((f) => f && f !== word && !this.isRespelt(word, f)));
    return [...others].map((family) => phraseOf(family.split(" ")));
  }

  family(value) {
    const words = value.trim().split(/\s+/);
    let folded = words.length > 1 ? this.folding.tokens(words.at(-1)) : [];
    if (folded.length === 2 && withOtherArticles(...folded).length) folded = folded.slice(1);
    return folded.length && size(folded.at(-1)) > 1 ? folded.join(" ") : "";
  }

  isRespelt(word, other) {
    const indexed = this.names.slavicIndexed(other);
    return this.names.slavicAsked(word).some((key) => indexed.includes(key));
  }

  // Adjacent words as one name or one word; null if the corpus has none such.
  group(terms, keys) {
    const sought = this.spelt(terms, keys);
    const solid = this.respelling.together(sought.words);
    const divided = solid !== null && this.corpus.isKnownWord(solid) ? [phraseOf([solid])] : [];
    if (!(sought.isName || sought.isSpelt || divided.length)) return null;
    Object.assign(sought.ways, this.asTyped(phraseOf(sought.words)));
    sought.ways.prefix = this.phrasesOrLinked(divided);
    return sought;
  }
}
