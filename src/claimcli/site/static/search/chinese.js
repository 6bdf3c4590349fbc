// Chinese names as syllables: pinyin, Wade–Giles, Palladius and Han brought to one form.
// The same procedure as claimcli.names.sinitic.

const MAX_SPLITS = 4;
const LONGEST_SYLLABLE = 7;
const MAX_READINGS = 16;
const MAX_EXACT_FORMS = 512;
const LONE_VOWELS = "aeiouvаоэ";
const SINITIC_VOWELS = `${LONE_VOWELS}иуеёюя`;
const NO_PART = { exact: [], careless: [], aspirated: false, umlaut: false, sinitic: false };

const withoutUmlaut = (spelling) => spelling.replaceAll("v", "u");

// The first combinations of one of each, in order, at most so many.
function combined(choices, most, separator = "") {
  let found = [""];
  let isFirst = true;
  for (const choice of choices) {
    const longer = [];
    for (const before of found) {
      for (const one of choice) {
        if (longer.length < most) longer.push(isFirst ? one : before + separator + one);
      }
    }
    [found, isFirst] = [longer, false];
  }
  return found;
}

function tableOf(pairs) {
  const table = new Map();
  for (const [spelling, syllable] of pairs) {
    if (!table.has(spelling)) table.set(spelling, []);
    if (!table.get(spelling).includes(syllable)) table.get(spelling).push(syllable);
  }
  return table;
}

class Chinese {
  constructor(tables, folding) {
    this.folding = folding;
    const syllables = tables.syllables.map((row) => row.split("\t").map((s) => s.split(" ")));
    const pinyin = syllables.flatMap(([own]) => own.map((s) => [s, own[0]]));
    const bare = pinyin.map(([s, syllable]) => [withoutUmlaut(s), syllable]);
    this.pinyin = tableOf([...pinyin, ...bare, ["shaan", "shaan"], ["xian", "xi0an"]]);
    this.palladius = tableOf(syllables.flatMap(([own, , all]) => all.map((s) => [s, own[0]])));
    const wade = syllables.flatMap(([own, all]) =>
      all.flatMap(withoutFinalH).map((s) => [s, own[0], all[0]]),
    );
    const plain = (s) => s.replaceAll("'", "");
    this.careful = tableOf(wade);
    this.carefulWithoutUmlaut = tableOf(wade.map(([s, syllable]) => [withoutUmlaut(s), syllable]));
    this.bare = tableOf(wade.map(([s, , standard]) => [plain(s), plain(standard)]));
    this.bareWithoutUmlaut = tableOf(
      [...this.bare].map(([s, all]) => [withoutUmlaut(s), withoutUmlaut(all[0])]),
    );
    this.standard = new Map(syllables.map(([own, all]) => [own[0], plain(all[0])]));
    const spelt = [...this.standard];
    this.bySpelling = tableOf(spelt.map(([syllable, s]) => [s, syllable]));
    this.byPlainSpelling = tableOf(spelt.map(([syllable, s]) => [withoutUmlaut(s), syllable]));
    this.tones = new Map(tables.tones);
    this.beginnings = new Set(tables.beginnings);
    this.endings = new Set(tables.endings);
    this.readingsTable = tables.readings;
    this.part = remembered((word) => this.readPart(word));
    this.readings = remembered((sign) => this.readSign(sign));
  }

  isSinitic(word) {
    return this.part(word).sinitic;
  }

  // A word between spaces and hyphens read as Chinese.
  readPart(word) {
    const signs = Array.from(word.toLowerCase().normalize("NFC"), (sign) =>
      this.folding.apostrophes.has(sign) ? "'" : (this.tones.get(sign) ?? sign),
    );
    const plain = signs.join("");
    if (/^[a-z']*$/.test(plain)) return this.latinPart(plain);
    if (!/^[а-яё]*$/.test(plain)) return NO_PART;
    const pieces = plain.replaceAll("ё", "е").split("ъ");
    return partOf(plain, this.joined(pieces, this.palladius), [], false);
  }

  latinPart(word) {
    const hasMark = word.includes("'");
    if (!hasMark && !this.looksChinese(word)) return NO_PART;
    const table = word.includes("v") ? this.bare : this.bareWithoutUmlaut;
    const aspirated = hasMark && this.carefulReading(word, word.includes("v")).length > 0;
    const isCareless = !hasMark || aspirated;
    const careless = isCareless ? this.read(word.replaceAll("'", ""), table, false) : [];
    return partOf(word, this.joined(word.split("'"), this.pinyin), careless, aspirated);
  }

  looksChinese(word) {
    const isBegun = this.beginnings.has(word.slice(0, 2)) || LONE_VOWELS.includes(word.slice(0, 1));
    return this.endings.has(word.slice(-2)) && isBegun;
  }

  carefulReading(word, umlaut) {
    return this.read(word, umlaut ? this.careful : this.carefulWithoutUmlaut, false);
  }

  // Readings of pieces that a mark keeps apart (Xi'an).
  joined(pieces, table) {
    if (pieces.length === 1) return this.read(pieces[0], table, true);
    if (!pieces.every(Boolean)) return [];
    const each = pieces.map((piece) => this.read(piece, table, true));
    return combined(each, MAX_READINGS, "0");
  }

  read(word, table, innerVowels) {
    const found = new Set();
    for (const split of splits(word, table, innerVowels)) {
      const each = split.map((piece) => table.get(piece));
      for (const reading of combined(each, Infinity, "0")) found.add(reading);
    }
    return [...found].slice(0, MAX_READINGS);
  }

  // A name of one or more parts, all in one romanization: its exact and its careless forms.
  readSpelling(words) {
    const parts = words.map((word) => this.part(word));
    if (!parts.every((part) => part.sinitic)) return { exact: [], careless: [] };
    const exact = new Set(together(parts.map((part) => part.exact)));
    if (parts.some((part) => part.aspirated)) {
      const umlaut = parts.some((part) => part.umlaut);
      const careful = parts.map((part) => this.carefulReading(part.word, umlaut));
      for (const form of together(careful)) exact.add(form);
      return { exact: [...exact], careless: [] };
    }
    if (exact.size && parts.some((part) => part.isJoined)) return { exact: [...exact], careless: [] };
    return { exact: [...exact], careless: together(parts.map((part) => part.careless)) };
  }

  // How an exact form looks in Wade–Giles without apostrophes, with ü and without it.
  carelessSpellings(exact) {
    const spelt = exact.split("0").map((syllable) => this.standard.get(syllable) ?? syllable);
    return [...new Set([spelt.join("0"), withoutUmlaut(spelt.join("0"))])];
  }

  // All that a careless spelling may stand for.
  exactForms(careless) {
    const table = careless.includes("v") ? this.bySpelling : this.byPlainSpelling;
    const each = careless.split("0").map((s) => table.get(s) ?? this.byPlainSpelling.get(s));
    return combined(each, MAX_EXACT_FORMS, "0");
  }

  // The exact forms that a string of Han characters may be read as.
  readHan(text) {
    let each = Array.from(text, (sign) => {
      const own = this.readings(sign);
      return own.length ? own : this.readings(this.folding.fold(sign));
    });
    if (each.length === 1) each = [each[0].slice(0, 1)];
    return each.length ? together(each) : [];
  }

  // The readings of a Han character, the usual one first.
  readSign(sign) {
    if (sign <= "\u2e7f") return [];
    const lines = this.readingsTable.filter((line) => line.includes(sign));
    const isOther = (line) => line.lastIndexOf("\t") < line.indexOf(sign);
    lines.sort((one, other) => isOther(one) - isOther(other));
    return lines.map((line) => line.slice(0, line.indexOf("\t")));
  }
}

function withoutFinalH(spelling) {
  return /(?:eh|erh)$/.test(spelling) ? [spelling, spelling.slice(0, -1)] : [spelling];
}

function partOf(word, exact, careless, aspirated) {
  const written = [...exact, ...careless];
  const isJoined = exact.length > 0 && written.every((form) => form.includes("0"));
  const umlaut = word.includes("v");
  return { word, exact, careless, aspirated, umlaut, sinitic: written.length > 0, isJoined };
}

function together(choices) {
  if (!choices.every((choice) => choice.length)) return [];
  if (choices.length === 1) return choices[0];
  return combined(choices, MAX_READINGS, "0");
}

// The ways to cut a word into spellings of the table, longest first.
function splits(word, table, innerVowels) {
  const found = [];
  const started = [[0, []]];
  while (started.length && found.length < MAX_SPLITS) {
    const [start, pieces] = started.pop();
    if (start === word.length) {
      found.push(pieces);
      continue;
    }
    const last = pieces.at(-1);
    for (let end = start + 1; end <= Math.min(word.length, start + LONGEST_SYLLABLE); end += 1) {
      const piece = word.slice(start, end);
      if (table.has(piece) && mayFollow(last, piece, table, innerVowels)) {
        started.push([end, [...pieces, piece]]);
      }
    }
  }
  return found;
}

function mayFollow(last, piece, table, innerVowels) {
  if (last === undefined || !SINITIC_VOWELS.includes(piece[0])) return true;
  const isLone = piece.length === 1 && LONE_VOWELS.includes(piece);
  return innerVowels && !isLone && !table.has(last + piece);
}
