// The page: what is typed is found, and drawn as a chronology. Text is only ever set as text.

const SHOWN_AT_FIRST = 200;
const PAUSE = 150;
const HINT = "The command line also looks for words a letter or two away, which this page does not.";
const GRAMMAR =
  "Words; names in any script or spelling; “a phrase”; -word leaves out; begin*; scholar:name, tag:word and other fields.";
const TONGUES = [
  [/[\u3040-\u30ff]/, "ja"],
  [/[\uac00-\ud7a3\u1100-\u11ff]/, "ko"],
  [/[\u2e80-\u2fdf\u3005-\u3007\u3400-\u9fff\uf900-\ufaff]/, "zh"],
  [/[\u0400-\u052f]/, "ru"],
];
const KNOWN = ["read", "second-hand", "unnamed", "contemporary"];
const NO_SCHOLARS = { unnamed: " (a reporter’s phrase)", contemporary: " (of the time)" };

function element(name, className, ...content) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...content.filter((part) => part !== null && part !== ""));
  return made;
}

// A text, with the language of what is in another script.
function* spoken(text) {
  for (const piece of text.split(/([\u0400-\u052f\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff]+)/)) {
    const tongue = TONGUES.find(([signs]) => signs.test(piece));
    if (tongue) {
      const run = element("span", "", piece);
      run.lang = tongue[1];
      yield run;
    } else if (piece) yield piece;
  }
}

// A text in which what was found is marked.
function* marked(text, reasons) {
  let done = 0;
  for (const { start, end } of [...reasons].sort((one, other) => one.start - other.start)) {
    if (start < done) continue;
    yield* spoken(text.slice(done, start));
    yield element("mark", "", ...spoken(text.slice(start, end)));
    done = end;
  }
  yield* spoken(text.slice(done));
}

class Page {
  constructor(index) {
    [this.index, this.search] = [index, null];
    [this.box, this.said, this.list] = ["q", "found", "hits"].map((id) => document.getElementById(id));
    this.marks = [...(document.getElementById("marks")?.content.children ?? [])];
  }

  start() {
    this.box.value = new URLSearchParams(location.search).get("q") ?? "";
    this.box.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.show();
    });
    this.box.addEventListener("input", () => {
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => this.show(), PAUSE);
    });
    document.addEventListener("keydown", (event) => this.focusOnSlash(event));
    this.say("The index is being read …", []);
    setTimeout(() => this.show(), 0);
  }

  focusOnSlash(event) {
    const isTyping = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.box.focus();
    this.box.select();
  }

  show() {
    clearTimeout(this.waiting);
    this.search ??= new Search(this.index);
    this.reasons ??= new Reasons(this.search);
    const text = this.box.value;
    this.keepAddress(text);
    this.box.removeAttribute("aria-invalid");
    try {
      if (text.trim()) this.draw(this.search.find(text));
      else this.say(`${counted(this.index.claims.id.length)} to search. ${GRAMMAR}`, []);
    } catch (error) {
      if (!(error instanceof QueryError)) throw error;
      this.box.setAttribute("aria-invalid", "true");
      this.say(`${error.message}.`, []);
    }
  }

  // What was asked for stays in the address, where the browser lets a page change it.
  keepAddress(text) {
    const asked = text.trim() ? `?q=${encodeURIComponent(text)}` : "";
    if (asked === location.search) return;
    try {
      history.replaceState(null, "", location.pathname + asked);
    } catch {
      // A page in a folder may not, in some browsers.
    }
  }

  say(text, hits) {
    this.said.textContent = text;
    this.list.replaceChildren(...hits);
    this.list.parentElement.querySelector("button.more")?.remove();
  }

  draw({ numbers, plan, isPartial, mayBeMistyped }) {
    const parts = numbers.length ? [`${counted(numbers.length)}, by year.`] : ["Nothing found."];
    if (isPartial) parts.push("No record has all of these words; these have all but one.");
    if (mayBeMistyped) parts.push(HINT);
    const year = (number) => this.year(number) ?? Infinity;
    const ordered = [...numbers].sort((one, other) => year(one) - year(other) || one - other);
    const items = (some) => some.map((number) => this.hit(number, plan));
    this.say(parts.join(" "), items(ordered.slice(0, SHOWN_AT_FIRST)));
    const rest = ordered.slice(SHOWN_AT_FIRST);
    if (rest.length) this.offer(rest, items);
  }

  offer(rest, items) {
    const button = element("button", "more", `${grouped(rest.length)} more`);
    button.type = "button";
    button.addEventListener("click", () => {
      const added = items(rest);
      this.list.append(...added);
      button.remove();
      added[0].querySelector("a").focus();
    });
    this.list.after(button);
  }

  year(number) {
    const [work] = this.index.claims.citation[number];
    return work ? this.index.refs.years[work[0]] : null;
  }

  hit(number, plan) {
    const { claims, refs } = this.index;
    const stance = refs.stances[claims.stance[number]];
    const reasons = this.reasons.of(number, plan);
    const inStatement = reasons.filter(({ field, text }) => field === "statement" && text);
    const link = element("a", "statement plain", ...marked(claims.statement[number], inStatement));
    link.href = refs.addresses[number] ?? `claim/${claims.id[number]}.html`;
    const isTold = (reason) => reason.form || !inStatement.includes(reason);
    const why = reasons.filter(isTold).map((reason) => this.reason(reason, inStatement.includes(reason)));
    const told = element("span", "stance", ...this.stance(stance));
    const what = [link, ...this.tags(number), told, why.length ? element("ul", "why", ...why) : null];
    return element(
      "li",
      claims.known[number],
      element("span", "year", String(this.year(number) ?? "n.d.")),
      this.mark(claims.known[number], stance[2]),
      element("span", "who", ...this.holders(number)),
      element("span", "what", ...what),
      element("span", "app", ...this.apparatus(number)),
    );
  }

  // The mark of how a view is known, in the colour of its position.
  mark(known, tone) {
    const drawn = this.marks[KNOWN.indexOf(known)];
    if (!drawn) return element("span", "mark", "");
    const mark = drawn.cloneNode(true);
    mark.querySelector(".m").classList.replace("k-none", tone);
    return mark;
  }

  holders(number) {
    const { claims, refs } = this.index;
    const { corpus } = this.search;
    return claims.scholars[number].flatMap((holder, at) => {
      const scholar = corpus.record("scholar", refs.scholars[holder]);
      const phrase = NO_SCHOLARS[scholar?.made];
      const name = [...spoken(scholar?.label ?? refs.scholars[holder])];
      return [at ? ", " : "", ...name, phrase ? element("span", "app", phrase) : ""];
    });
  }

  tags(number) {
    const { claims } = this.index;
    const certainty = claims.certainty[number];
    const tags = certainty && !["asserted", "argued"].includes(certainty) ? [element("span", "tag", certainty)] : [];
    const unclear = claims.unclear[number].map((field) => element("span", "tag unclear", `${field} unclear`));
    return [...tags, ...unclear].flatMap((tag) => [" ", tag]);
  }

  apparatus(number) {
    const { claims, refs } = this.index;
    const cited = ([work, locator, before]) => refs.cited[work] + (locator ? (before ?? ", ") + locator : "");
    const own = claims.citation[number].map(cited);
    const last = claims.via[number].at(-1);
    const through = own.length ? `${own[0]}, not read; in ` : "No work named; in ";
    const text = last ? through + cited(last) : own.join("");
    return [...spoken(text)];
  }

  // A position with its letter, as everywhere, since colour is never alone; and its question.
  *stance([words, letter, tone, address, asked]) {
    const sign = element("span", `sig ${tone}`, letter);
    sign.setAttribute("aria-hidden", "true");
    const named = element(address ? "a" : "span", "", ...spoken(words));
    if (address) named.href = address;
    yield* letter ? [sign, " ", named] : [named];
    if (asked) yield element("span", "asked", " · ", ...spoken(asked));
  }

  // `isMarked`: the statement above shows where it is.
  reason({ term, field, before, text, after, form }, isMarked) {
    const found = text ? [element("mark", "", ...spoken(text))] : [];
    const around = isMarked ? found : [...spoken(before), ...found, ...spoken(after)];
    const said = form ? [isMarked ? `: ${form} ` : ` (${form} `, ...spoken(term), isMarked ? "" : ")"] : [];
    return element("li", "", isMarked ? "" : element("span", "field", `${field}: `), ...around, ...said);
  }
}

const grouped = (number) => number.toLocaleString("en");
const counted = (number) => `${grouped(number)} ${number === 1 ? "claim" : "claims"}`;

globalThis.claimcliSearch = { Search, Reasons, QueryError, stem };
if (globalThis.document?.getElementById("hits")) new Page(globalThis.claimcliIndex).start();
