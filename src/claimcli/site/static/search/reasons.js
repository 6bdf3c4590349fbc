// Why a claim is a hit: for each thing sought, where it stands and in what form.

const AROUND = 40;
const MOST_NAME_PARTS = 4;
const FORMS = {
  typed: "",
  linked: "",
  variant: "another spelling of",
  name: "the same name as",
  linkedName: "the same name as",
  prefix: "another form of",
};
const BEGUN = "it begins with";
const OF_ROLE = { h: "scholar", s: "work", c: "work", v: "via", q: "question", p: "stance", a: "stance", t: "tag", y: "certainty", i: "id" };
const KIND_OF_ROLE = { h: "scholar", s: "source", c: "source", v: "source", q: "question", p: "stance" };

class Reasons {
  constructor(search) {
    this.search = search;
    this.corpus = search.corpus;
  }

  // The reasons of a hit: `term` as typed, `field`, `before`, `text` and `after` as found, and `form`
  // where it is not the word as typed.
  of(number, plan) {
    return plan.runs.flatMap((run) => this.ofRun(number, run));
  }

  ofRun(number, { singles, groups }) {
    const told = new Set();
    const found = [];
    const longest = [...groups.values()].sort((one, other) => other.end - other.start - (one.end - one.start));
    for (const group of longest) {
      const isFree = !singles.some((_, at) => group.start <= at && at < group.end && told.has(at));
      const reason = isFree && this.reason(group, number);
      if (!reason) continue;
      found.push(reason);
      for (let at = group.start; at < group.end; at += 1) told.add(at);
    }
    const alone = singles.filter((single, at) => !told.has(at) && !single.isOptional);
    return [...found, ...alone.map((single) => this.reason(single, number)).filter(Boolean)];
  }

  reason({ terms, ways }, number) {
    const term = terms.map(({ text }) => text).join(" ");
    for (const tier of TIERS) {
      const way = ways[tier].find((one) => setOf(one).has(number));
      const form = tier === "prefix" && way?.isBegun ? BEGUN : FORMS[tier];
      if (way) return { term, form, ...this.place(way, number) };
    }
    return null;
  }

  place(way, number) {
    if (way.kind === "link") return { field: OF_ROLE[way.role], ...this.whole(this.labelOf(way)) };
    const look = way.kind === "phrase" ? (text) => this.phraseIn(text, way) : (text) => this.nameIn(text, way.keys);
    for (const column of way.field ? [way.field] : this.corpus.columns) {
      const text = this.corpus.texts[column][number] ?? "";
      const span = text && look(text);
      if (span) return { field: column === "other" ? "id, tag or page" : column, ...cut(text, ...span) };
    }
    return { field: "text", ...this.whole("") };
  }

  whole(text) {
    return { before: "", text, after: "" };
  }

  labelOf({ role, id }) {
    const kind = KIND_OF_ROLE[role];
    return (kind && this.corpus.record(kind, id)?.label) || id;
  }

  phraseIn(text, { words, isBegun }) {
    const there = this.corpus.folding.words(text);
    const last = words.length - 1;
    for (let at = 0; at + last < there.length; at += 1) {
      const isThere = words.every((word, number) => {
        const folded = there[at + number][2];
        return isBegun && number === last ? folded.startsWith(word) : folded === word;
      });
      if (isThere) return [there[at][0], there[at + last][1]];
    }
    return null;
  }

  // Where a text has a name with one of the keys.
  nameIn(text, keys) {
    const { names, folding } = this.corpus;
    const has = (found) => found.some((key) => keys.has(key));
    const places = [...text.matchAll(names.partPattern)];
    for (let size = MOST_NAME_PARTS; size > 0; size -= 1) {
      for (let at = 0; at + size <= places.length; at += 1) {
        const parts = places.slice(at, at + size);
        const start = parts[0].index;
        const end = parts.at(-1).index + parts.at(-1)[0].length;
        const between = text.slice(start, end).replace(names.partPattern, "");
        if (/^[\s\-\u2010\u2011]*$/.test(between) && has(names.indexed(parts.map(String)))) return [start, end];
      }
    }
    const respelt = folding.words(text).find(([start, end]) => has(this.respellings(text.slice(start, end))));
    return respelt ? respelt.slice(0, 2) : this.hanIn(text, has);
  }

  respellings(word) {
    return [RESPELT + (this.search.planner.respelling.respelt(word) ?? "")];
  }

  hanIn(text, has) {
    const { names, folding } = this.corpus;
    for (let size = 6; size > 0; size -= 1) {
      for (let at = 0; at + size <= text.length; at += 1) {
        const written = text.slice(at, at + size);
        if (folding.onlyHan.test(written) && has(names.hanIndexed(written))) return [at, at + size];
      }
    }
    return null;
  }
}

// A stretch of a text, and the words around it.
function cut(text, start, end) {
  const from = start > AROUND ? text.indexOf(" ", start - AROUND) + 1 : 0;
  const to = end + AROUND < text.length ? text.lastIndexOf(" ", end + AROUND) : text.length;
  const before = text.slice(Math.min(Math.max(from, 0), start), start);
  return {
    start,
    end,
    before: (from > 0 ? "… " : "") + before,
    text: text.slice(start, end),
    after: text.slice(end, Math.max(to, end)) + (to < text.length ? " …" : ""),
  };
}
