// The search: a query to the claims that meet it, in file order, each with why.
// The same procedure as claimcli.search.plan, engine, prevalence and relaxation. The order in which
// the command line ranks its hits is left out, and so are its corrections of typing errors.

const FEWEST_TO_SKIP = 3;
const EVERY_SCRIPT = "Müller-Wang Jue 王 Ван 왕";

class Search {
  constructor(index) {
    this.corpus = new Corpus(index);
    this.planner = new FieldPlanner(this.corpus);
    this.everything = NumberSet.all(this.corpus.size);
    this.find(EVERY_SCRIPT); // what is made at its first use is made before anybody waits for it
  }

  // The claims that meet a query. `isPartial`: they have all words but one. `mayBeMistyped`: nothing
  // has a word as it stands, so that the command line would look for words a letter or two away.
  // Raises QueryError for a query that cannot be read.
  find(text) {
    const { index, folding } = this.corpus;
    const terms = parse(text, folding, index.fields);
    const plan = this.expand(terms);
    const told = this.telling(plan);
    let found = { plan: told, set: this.met(told) };
    if (!found.set.isEmpty || !plan.runs.length) return this.result(found);
    found = { plan, set: this.met(plan) };
    if (!found.set.isEmpty) return this.result(found);
    const mayBeMistyped = this.isUnknown(plan);
    for (const one of [told, plan]) {
      const set = this.allButOne(one);
      if (!set.isEmpty) return this.result({ plan: one, set, isPartial: true, mayBeMistyped });
    }
    return this.result({ plan, set: found.set, mayBeMistyped });
  }

  result({ plan, set, isPartial = false, mayBeMistyped = false }) {
    return { numbers: set.numbers, plan, isPartial, mayBeMistyped };
  }

  // --- What a query asks for ---

  expand(terms) {
    let wanted = terms.filter((term) => !term.negated);
    const isLong = wanted.length > LONGEST_RUN;
    const maySkip = !wanted.every((term) => this.isStopWord(term));
    if (isLong) wanted = different(wanted);
    const isApart = wanted.length > LONGEST_RUN;
    const adjacent = isApart ? wanted.map((term) => [term]) : adjacentTerms(wanted);
    const runs = adjacent.map((run) => this.run(run, maySkip));
    const unwanted = different(terms.filter((term) => term.negated));
    return {
      runs: runs.filter((run) => !isOptional(run)),
      unwanted: unwanted.flatMap((term) => this.unwantedWays(term)),
    };
  }

  // Whether it is a bare word of grammar; a field says that the word itself is meant.
  isStopWord(term) {
    const isBare = !(term.field || term.phrase || term.prefix) && isAscii(term.text);
    return isBare && term.words.length === 1 && this.planner.stopWords.has(term.words[0]);
  }

  run(terms, maySkip) {
    const { planner, corpus } = this;
    const named = corpus.names.candidates(terms.map((term) => term.text));
    const keysOf = (start, end) => named.get(`${start},${end}`) ?? [];
    const groups = new Map();
    const inNames = new Set();
    const covered = new Set();
    const isLittle = terms.map((term) => maySkip && this.isStopWord(term));
    for (const [start, end] of spansOf(terms.length)) {
      const group = planner.group(terms.slice(start, end), keysOf(start, end));
      if (!group) continue;
      groups.set(`${start},${end}`, { ...group, start, end });
      const isKnown = keysOf(start, end).some((key) => corpus.isKnownKey(key));
      const hasLittle = isLittle.slice(start, end).includes(true);
      for (let at = start; at < end; at += 1) {
        if (hasLittle && isKnown) inNames.add(at);
        if (group.isName) covered.add(at);
      }
    }
    const singles = terms.map((term, at) => {
      if (isLittle[at] && !inNames.has(at)) return { terms: [term], words: term.words, isOptional: true };
      return planner.single(term, keysOf(at, at + 1));
    });
    const isSyllable = ({ words }) => words.length === 1 && vowelGroups(words[0], WRITTEN_VOWELS) === 1;
    const short = new Set([...covered].filter((at) => isSyllable(terms[at])));
    return { singles, groups, short };
  }

  // What a hit must not have: in its own text or its holders' names.
  unwantedWays(term) {
    const keys = this.corpus.names.candidates([term.text]).get("0,1") ?? [];
    const { ways } = this.planner.single(term, keys);
    if (term.field) return [...ways.typed, ...ways.linked, ...ways.variant, ...ways.name];
    const all = [...ways.typed, ...ways.variant, ...ways.name];
    return all.filter((way) => way.kind !== "link" || way.role === "h" || way.role === "i");
  }

  // --- The plan without the titles of works that nearly every claim would be found by ---

  telling(plan) {
    if (!this.corpus.index.prevalent.length || !plan.runs.length) return plan;
    const runs = plan.runs.map((run) => ({
      ...run,
      singles: run.singles.map((single) => this.tellingOf(single)),
      groups: new Map([...run.groups].map(([span, group]) => [span, this.tellingOf(group)])),
    }));
    return { ...plan, runs };
  }

  tellingOf(sought) {
    if (sought.field || sought.isOptional || sought.isPerson) return sought;
    const keyOf = (way) => (way.kind === "link" ? way.role + way.id : "");
    const byId = new Set(sought.ways.typed.map(keyOf));
    const silent = new Set();
    for (const work of this.corpus.index.prevalent) {
      const key = `s${work.id}`;
      const tiers = TIERS.filter((tier) => sought.ways[tier].some((way) => keyOf(way) === key));
      if (tiers.length && !byId.has(key) && !this.isOf(work, sought, tiers)) silent.add(key);
    }
    if (!silent.size) return sought;
    const ways = { ...sought.ways };
    for (const tier of TIERS.slice(1)) ways[tier] = ways[tier].filter((way) => !silent.has(keyOf(way)));
    return { ...sought, ways };
  }

  // Whether what is sought is, or begins, the name of a work's makers or its date.
  isOf(work, sought, tiers) {
    if (!work.isDeclared) return true;
    const isBegun = (word) => work.known.some((known) => known.startsWith(word));
    if (sought.words.every(isBegun)) return true;
    if (!tiers.includes("linkedName")) return false;
    const text = sought.terms.map((term) => term.text).join(" ");
    const asked = new Set(this.corpus.names.candidates([text]).get("0,1") ?? []);
    return work.keys.some((key) => asked.has(key));
  }

  // --- What meets it ---

  met({ runs, unwanted }) {
    const set = this.everything.copy();
    for (const run of runs) set.keep(this.metRun(run));
    return set.drop(this.any(unwanted));
  }

  any(ways) {
    const set = this.corpus.none();
    for (const way of ways) set.join(setOf(way));
    return set;
  }

  metBy(sought) {
    sought.met ??= this.any(TIERS.flatMap((tier) => sought.ways[tier]));
    return sought.met;
  }

  // What has all words of a run: cut into names in some way, or each apart.
  metRun(run) {
    const { singles, groups, short } = run;
    const rest = singles.map(() => this.corpus.none());
    rest.push(this.everything);
    for (let start = singles.length - 1; start >= 0; start -= 1) {
      const single = singles[start];
      if (single.isOptional && !short.has(start)) rest[start].join(rest[start + 1]);
      else if (!short.has(start)) rest[start].join(this.metBy(single).copy().keep(rest[start + 1]));
      for (const group of groups.values()) {
        if (group.start === start) rest[start].join(this.metBy(group).copy().keep(rest[group.end]));
      }
    }
    const apart = this.everything.copy();
    singles.forEach((single, at) => {
      if (!single.isOptional) apart.keep(short.has(at) ? this.metApart(single) : this.metBy(single));
    });
    return apart.join(rest[0]);
  }

  // A syllable of a name may stand apart only as it was typed.
  metApart({ ways }) {
    return this.any([...ways.typed, ...ways.linked, ...ways.variant, ...ways.prefix]);
  }

  // --- What is done where nothing meets it ---

  // Whether a word is met by nothing as it stands, and so might be mistyped.
  isUnknown({ runs }) {
    const words = runs.flatMap((run) => run.singles).filter((single) => !single.isOptional);
    const isMet = ({ ways }) => TIERS.slice(0, -1).some((tier) => !this.any(ways[tier]).isEmpty);
    return words.length <= LONGEST_RUN && words.some((one) => one.words.length === 1 && !isMet(one));
  }

  // What has all words but one, of three different ones or more, each met somewhere.
  allButOne({ runs, unwanted }) {
    const none = this.corpus.none();
    const isFree = ({ singles: [first] }) => !(first.field || first.terms[0].phrase);
    const units = runs.filter(isFree).flatMap((run) => unitsOf(run).map((unit) => [run, unit]));
    const asked = units.map(([run, [start, end]]) => run.singles.slice(start, end).flatMap((s) => s.words).join(" "));
    const words = runs.flatMap((run) => run.singles).filter((single) => !single.isOptional);
    const isFew = new Set(asked).size >= FEWEST_TO_SKIP && units.length <= LONGEST_RUN;
    if (!isFew || words.some((word) => this.metBy(word).isEmpty)) return none;
    for (const [leftOut, unit] of units) {
      const others = runs.map((run) => (run === leftOut ? withoutUnit(run, unit) : run));
      none.join(this.met({ runs: others.filter((run) => !isOptional(run)), unwanted }));
    }
    return none;
  }
}
