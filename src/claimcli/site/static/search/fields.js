// A term with a field: scholar:kim, tag:"foreign policy", statement:war.
// The same procedure as claimcli.search.fielded.

const NAMED_FIELDS = {
  scholar: ["scholar", "h", ["text"]],
  school: ["scholar", "h", ["more"]],
  source: ["source", "c", ["text", "more"]],
  via: ["source", "v", ["text", "more"]],
  question: ["question", "q", ["id", "text"]],
  stance: ["stance", "p", ["id", "text", "more"]],
};
const LISTED_FIELDS = { tag: "t", certainty: "y" };

class FieldPlanner extends Planner {
  fielded(term, keys) {
    const { field } = term;
    if (this.corpus.index.prose.includes(field)) {
      const whole = this.single({ ...term, field: null }, []);
      for (const tier of TIERS) {
        const phrases = whole.ways[tier].filter((way) => way.kind === "phrase");
        whole.ways[tier] = phrases.map((way) => this.inField(field, way));
      }
      return { ...whole, terms: [term], field };
    }
    const ways = Object.fromEntries(TIERS.map((tier) => [tier, []]));
    Object.assign(ways, this.fieldWays(term, keys));
    return { terms: [term], words: term.words, ways, forms: [], field };
  }

  fieldWays(term, keys) {
    const typed = phraseOf(term.words);
    const begun = phraseOf(term.words, true);
    if (Object.hasOwn(NAMED_FIELDS, term.field)) return this.namedWays(term, typed, begun, keys);
    if (Object.hasOwn(LISTED_FIELDS, term.field)) return this.listedWays(term);
    if (term.field === "name") {
      const spelled = (phrase) => {
        const names = this.corpus.records([phrase], ["id", "text", "variants"]);
        const folded = names.filter((e) => e.kind === "name").flatMap((e) => e.folded);
        return folded.filter(Boolean).map((f) => this.phrase(phraseOf(f.split(" "))));
      };
      return { typed: spelled(term.prefix ? begun : typed), prefix: spelled(begun) };
    }
    const ids = this.corpus.claims.id;
    const isBegun = (number) => ids[number].startsWith(term.text.toLowerCase());
    const find = () => NumberSet.of(this.corpus.size, [...ids.keys()].filter(isBegun));
    return { typed: [{ kind: "link", role: "i", id: term.text, find }] };
  }

  namedWays(term, typed, begun, keys) {
    const [kind, role, columns] = NAMED_FIELDS[term.field];
    const byId = this.byFieldId(term, kind === "stance" && !term.text.includes("/") ? "a" : role);
    if (byId.length) return { typed: byId };
    const roles = { [kind]: role };
    return {
      typed: this.linked([term.prefix ? begun : typed], columns, roles),
      variant: this.linked([typed], ["variants"], roles),
      name: this.links(this.corpus.recordsWithKeys(keys), roles),
      prefix: this.linked([begun], [...columns, "variants"], roles),
    };
  }

  // What claims refer to by this very id, whether the corpus declares it or not.
  byFieldId({ text }, role) {
    const id = [text, text.toLowerCase()].find((one) => this.corpus.links.has(role + one));
    return id === undefined ? [] : [this.link(role, id)];
  }

  listedWays(term) {
    const role = LISTED_FIELDS[term.field];
    const asked = ` ${term.words.join(" ")}`;
    const values = this.corpus.targets(role).map((value) => [value, ` ${this.folding.tokens(value).join(" ")} `]);
    const having = (what) => values.filter(([, v]) => v.includes(what)).map(([value]) => this.link(role, value));
    const begun = having(asked);
    return { typed: term.prefix ? begun : having(`${asked} `), prefix: begun };
  }
}
