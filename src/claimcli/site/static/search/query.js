// What a person types to what is meant: words, "phrases", -exclusions, field:value.
// The same grammar as claimcli.search.query.

const MOST_TERMS = 100;
const LONGEST_PASSAGE = 200;
const QUOTES = '"\u201c\u201d\u201e\u201f\u301d\u301e\uff02';
const SPACE =
  "\\x00-\\x20\\x7f-\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000、，；。";
const TERM = new RegExp(
  `(?<not>-(?=[^${SPACE}-]))?(?:(?<field>[A-Za-z_]+):(?![/\\\\]))?` +
    `(?:[${QUOTES}](?<phrase>[^${QUOTES}]*)(?<closed>[${QUOTES}])?|(?<word>[^${SPACE}${QUOTES}]+))?`,
  "yu",
);
const BETWEEN = new RegExp(`[${SPACE}]*`, "yu");
const IS_SPACE = new RegExp(`^[${SPACE}]`, "u");
const OPERATORS = {
  OR: 'there is no OR: search for each; for the word itself write "or"',
  NOT: '-word leaves a word out; for the word itself write "not"',
};
const OPTIONS = ["year", "period", "sort", "limit"];

class QueryError extends Error {
  constructor(message, hint, position) {
    super(hint ? `${message}; ${hint}` : message);
    this.position = position;
  }
}

// What a term asks for, wherever it stands.
function asks(term) {
  return JSON.stringify([term.negated, term.field, term.text, term.phrase, term.prefix]);
}

function parse(text, folding, fields) {
  const terms = [];
  const different = new Set();
  let following = 0;
  for (const term of readTerms(text, folding, fields)) {
    terms.push(term);
    if (!different.has(asks(term))) following += term.words.length - 1;
    different.add(asks(term));
    if (different.size > MOST_TERMS) {
      const hint = "put a passage in quotation marks, or leave words out";
      throw new QueryError(`more than ${MOST_TERMS} different words are asked for`, hint, term.position);
    }
    if (following >= LONGEST_PASSAGE) throw tooManyInOrder(term);
  }
  if (!terms.length && text.trim()) {
    const hint = "an empty query finds everything";
    throw new QueryError("there is no letter or digit to search for", hint, text.search(/\S/));
  }
  refuseOperators(terms);
  return terms;
}

function tooManyInOrder(term) {
  const [message, hint] =
    term.words.length > LONGEST_PASSAGE
      ? [`a passage of more than ${LONGEST_PASSAGE} words is asked for`, "a part of it finds the same"]
      : [
          `passages and words with hyphens have more than ${LONGEST_PASSAGE} words together`,
          "leave some of them out",
        ];
  return new QueryError(message, hint, term.position);
}

function refuseOperators(terms) {
  for (const term of terms.length > 1 ? terms : []) {
    const isPlain = !(term.phrase || term.field || term.negated);
    if (isPlain && Object.hasOwn(OPERATORS, term.text)) {
      throw new QueryError("all words must be met", OPERATORS[term.text], term.position);
    }
  }
}

function* readTerms(text, folding, fields) {
  let position = 0;
  while (position < text.length) {
    BETWEEN.lastIndex = position;
    BETWEEN.exec(text);
    TERM.lastIndex = BETWEEN.lastIndex;
    const found = TERM.exec(text);
    const start = found.index;
    position = Math.max(start + found[0].length, start + 1);
    const term = readTerm(found, folding, fields);
    if (term.words.length) yield term;
  }
}

function readTerm(found, folding, fields) {
  const parts = found.groups;
  const position = found.index;
  let { field, word } = parts;
  if (field !== undefined) {
    const after = position + (parts.not ?? "").length + field.length + 1;
    const rest = found.input.slice(after, after + 1);
    if (!fields.includes(field.toLowerCase()) && (!rest || IS_SPACE.test(rest))) {
      [field, word] = [undefined, `${field}:`]; // a word before a colon, as in ordinary text
    } else field = knownField(field, word, fields, position);
  }
  if (parts.phrase !== undefined && parts.closed === undefined) {
    throw new QueryError("the quotation mark is not closed", 'close it with "', position);
  }
  const isPhrase = parts.phrase !== undefined;
  const value = parts.phrase ?? word ?? "";
  const words = folding.tokens(value);
  if (field && !words.length) {
    const hint = `write ${field}:word or ${field}:"two words"`;
    throw new QueryError(`nothing stands after '${field}:'`, hint, position);
  }
  const prefix = !isPhrase && Array.from(value).length > 1 && value.endsWith("*");
  return {
    text: prefix ? value.replace(/\*+$/, "") : value,
    words,
    field: field ?? null,
    phrase: isPhrase,
    negated: Boolean(parts.not),
    prefix,
    position,
  };
}

function knownField(written, word, fields, position) {
  const field = written.toLowerCase();
  if (fields.includes(field)) return field;
  const meant = OPTIONS.includes(field)
    ? `it is an option of the command line: --${field} ${word ?? "VALUE"}`
    : `the fields are: ${fields.join(", ")}`;
  const hint = `${meant}; to search for the text itself, put it in quotation marks`;
  throw new QueryError(`no field '${written}'`, hint, position);
}
