// Folding: what two spellings of a word have in common, and the words of a text.
// The same procedure as claimcli.names.folding; its tables come with the index.

// What is folded by its letters alone: ASCII without apostrophes.
const PLAIN_TEXT = /^[\x00-&(-_a-\x7f]*$/;

// A function of one text that works each out once.
function remembered(make) {
  const known = new Map();
  return (text) => {
    if (!known.has(text)) known.set(text, make(text));
    return known.get(text);
  };
}

const isAscii = (text) => /^[\x00-\x7f]*$/.test(text);

class Folding {
  constructor(tables) {
    const { apostrophes, inside, stripped, han } = tables;
    this.apostrophes = new Set(apostrophes);
    this.stripped = new RegExp(`[${stripped}]`, "gu");
    this.letters = new Map(Object.entries(tables.letters));
    this.cases = new Map(Object.entries(tables.cases));
    this.variants = new Map();
    for (const line of tables.variants) {
      const [simplified, ...others] = line;
      for (const other of others) this.variants.set(other, simplified);
    }
    this.han = new RegExp(`^[${han}]$`, "u");
    this.anyHan = new RegExp(`[${han}]`, "u");
    this.onlyHan = new RegExp(`^[${han}]+$`, "u");
    const letters = `(?:[\\p{L}\\p{N}][${inside}]*)+`;
    const possessive = "(?![sS](?![\\p{L}\\p{N}_]))";
    const word = `${letters}(?:[${apostrophes}]+${possessive}${letters})*`;
    this.word = new RegExp(`(${word})(?:['’][sS](?![\\p{L}\\p{N}_]))?`, "gu");
    this.foldOne = remembered((sign) => this.folded(sign));
    this.indexedPiece = remembered((piece) => this.readPiece(piece));
  }

  // The text without case, accents, apostrophes, compatibility forms and Han variants.
  fold(text) {
    if (isAscii(text)) return text.toLowerCase().replace(/['`]/g, "");
    let folded = "";
    for (const sign of text.normalize("NFC")) folded += this.foldOne(sign);
    folded = folded.normalize("NFC");
    return this.anyHan.test(folded) ? this.simplified(folded) : folded;
  }

  simplified(text) {
    return Array.from(text, (sign) => this.variants.get(sign) ?? sign).join("");
  }

  folded(sign) {
    if (this.apostrophes.has(sign)) return "";
    const lower = this.withoutCase(sign.normalize("NFKC"));
    const signs = Array.from(lower);
    if (signs.length > 1) {
      const each = signs.map((one) => this.folded(one)).join("");
      return isAlnum(sign) ? Array.from(each).filter(isAlnum).join("") : each;
    }
    if (this.letters.has(lower)) return this.letters.get(lower);
    const plain = lower.normalize("NFD").replace(this.stripped, "").normalize("NFC");
    return Array.from(plain, (one) => this.letters.get(one) ?? one).join("");
  }

  withoutCase(text) {
    return Array.from(text, (sign) => this.cases.get(sign) ?? sign.toLowerCase()).join("");
  }

  isHan(sign) {
    return sign > "\u2e7f" && this.han.test(sign);
  }

  hasHan(text) {
    return this.anyHan.test(text);
  }

  // The words of a text: [start, end, folded]; each Han character is a word of its own.
  words(text) {
    const found = [];
    let at = 0;
    for (const piece of text.split(" ")) {
      for (const [start, end] of this.places(piece)) {
        const folded = this.fold(piece.slice(start, end));
        if (folded) found.push([at + start, at + end, folded]);
      }
      at += piece.length + 1;
    }
    return found;
  }

  tokens(text) {
    return this.words(text).map(([, , folded]) => folded);
  }

  *places(text) {
    for (const found of text.matchAll(this.word)) {
      const start = found.index;
      const end = start + found[1].length;
      if (this.anyHan.test(found[1])) yield* this.hanApart(text, start, end);
      else yield [start, end];
    }
  }

  *hanApart(text, from, end) {
    let start = from;
    for (let at = from; at < end; ) {
      const sign = String.fromCodePoint(text.codePointAt(at));
      if (this.isHan(sign)) {
        yield* this.trimmed(text, start, at);
        yield [at, at + sign.length];
        start = at + sign.length;
      }
      at += sign.length;
    }
    yield* this.trimmed(text, start, end);
  }

  *trimmed(text, from, to) {
    let [start, end] = [from, to];
    const at = (place) => String.fromCodePoint(text.codePointAt(place));
    while (start < end && !isAlnum(at(start))) start += at(start).length;
    while (start < end && this.apostrophes.has(text[end - 1])) end -= 1;
    if (start < end) yield [start, end];
  }

  // The words of a text as the index of the command line has them.
  indexed(text) {
    if (PLAIN_TEXT.test(text)) return text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
    return text.split(" ").flatMap((piece) => this.indexedPiece(piece));
  }

  readPiece(piece) {
    if (PLAIN_TEXT.test(piece)) return piece.toLowerCase().match(/[a-z0-9]+/g) ?? [];
    const folded = Array.from(this.places(piece), ([start, end]) => this.fold(piece.slice(start, end)));
    return folded.join(" ").match(/[a-z0-9\u0080-\uffff]+/g) ?? [];
  }
}

function isAlnum(sign) {
  return /^[\p{L}\p{N}]$/u.test(sign);
}

function asciiLower(text) {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
