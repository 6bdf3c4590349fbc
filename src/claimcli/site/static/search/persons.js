// Whether two whole names are one, in any order of their parts, with initials, in any script.
// The same procedure as claimcli.names.identity and search.persons.

const PATRONYMICS = ["vic", "vich", "vič", "vičh", "vna", "witsch", "вич", "вна"];
const WITH_TONES = /^(?:([\p{L}\p{Nl}\p{No}]+)[1-5])+$/u;

class Persons {
  constructor(tables, names, respelling) {
    this.names = names;
    this.folding = names.folding;
    this.respelling = respelling;
    this.abbreviable = new RegExp(`${names.partSource}\\.?`, "gu");
    this.read = remembered((name) => this.readName(name));
    this.isInitial = remembered((part) => this.readInitial(part));
    this.counted = remembered((name) => this.countWords(name));
    this.asked = remembered((name) => new Set(this.keysAsked(name)));
    this.indexed = remembered((name) => this.keysIndexed(name));
    this.indexedTurned = remembered((name) => this.keysTurned(name));
    this.spelt = remembered((word) => this.readWord(word.replace(/\.+$/, "")));
    this.givenNames = new Map();
    tables.given_names.forEach((line, number) => {
      for (const written of line.split(" ")) {
        for (const skeleton of names.skeletons(written)) this.givenNames.set(skeleton, number);
      }
    });
  }

  // Keys to group names by: two that are the same have one in common.
  groupingKeys(name) {
    const folded = this.folding.tokens(name);
    const parts = this.names.parts(name);
    const found = new Set([`w${sorted(folded)}`, `w${folded.join("")}`]);
    for (const word of parts) {
      if (this.isInitial(word)) continue;
      for (const skeleton of this.names.skeletons(word)) found.add(`s${skeleton}`);
      found.add(`f${this.folding.fold(word)}`);
      found.add(`f${this.respelling.respelt(word) ?? this.folding.fold(word)}`);
      for (const spelling of this.names.romanized.spellings(word)) found.add(`f${spelling}`);
    }
    for (const spelling of this.plainSpellings(name, parts)) {
      found.add(`c${sorted(withoutUmlaut(spelling).split("0"))}`);
    }
    for (const form of this.koreanForms(parts)) found.add(`k${form}`);
    return found;
  }

  plainSpellings(name, parts) {
    const { chinese } = this.names;
    const han = this.hanOf(name);
    if (!han && !parts.length) return [];
    const reading = chinese.readSpelling(parts);
    const exact = han ? chinese.readHan(han) : reading.exact;
    return [...exact.flatMap((form) => chinese.carelessSpellings(form)), ...reading.careless];
  }

  koreanForms(parts) {
    if (parts.length && parts.every(isHangul)) return readHangul(parts.join("")).map(carelessKorean);
    const known = this.names.korean.parts(parts);
    return ordersOf(known).flatMap((order) => asWritten(order).map(carelessKorean));
  }

  // What is asked of a whole name again and again.
  readName(name) {
    const words = this.folding.tokens(name);
    return {
      words: words.join(" "),
      turned: words.map((_, at) => [...words.slice(at), ...words.slice(0, at)].join(" ")),
      letters: words.join(""),
      numbers: this.numbers(words),
      roman: (name.match(/(?<=\s)[IVX]+(?=\s|\.?\s*$)/g) ?? []).join(" "),
      customary: this.customary(name),
      isFixed: Boolean(this.hanOf(name)) || this.names.parts(name).every(isHangul),
      isChinese: this.names.parts(name).every((part) => this.names.isSinitic(part)),
      abbreviated: name.normalize("NFC").match(this.abbreviable) ?? [],
    };
  }

  // Whether two whole names are one.
  same(first, second) {
    const [one, other] = [this.read(first), this.read(second)];
    if (!one.words || !other.words) return false;
    if (one.turned.includes(other.words)) return true;
    if (one.numbers !== other.numbers) return false;
    if (one.roman && other.roman && one.roman !== other.roman) return false;
    const areChinese = one.isChinese && other.isChinese;
    if (one.letters === other.letters && !areChinese) return true;
    if (one.customary.some((form) => other.customary.includes(form))) return true;
    if (this.sameByKeys(first, second, one.isFixed)) return true;
    const isLetter = (part) => this.isInitial(part) && !this.names.isSinitic(part);
    if (areChinese && ![...one.abbreviated, ...other.abbreviated].some(isLetter)) return false;
    return this.samePerson(one.abbreviated, other.abbreviated);
  }

  customary(name) {
    const plain = withPlainArticle(this.folding.fold(name));
    const other = withPlainArticle(this.respelling.respelt(name) ?? plain);
    return [plain, other].map((form) => this.folding.tokens(form).join(" "));
  }

  // The numbers in the words of a name, but for those that tell tones.
  numbers(words) {
    const hasTones = (word) => {
      const parts = WITH_TONES.test(word) ? word.match(/[\p{L}\p{Nl}\p{No}]+/gu) : [];
      return parts.length > 0 && parts.every((part) => this.names.isSinitic(part));
    };
    return words.filter((word) => !hasTones(word)).flatMap((word) => word.match(/\p{Nd}+/gu) ?? []).join(" ");
  }

  hanOf(name) {
    return Array.from(name).filter((sign) => this.folding.isHan(sign)).join("");
  }

  sameByKeys(one, other, isFixed) {
    const asked = this.asked(one);
    const isAsked = (keys) => keys.some((key) => asked.has(key));
    return isAsked(this.indexed(other)) || (isFixed && this.indexedTurned(other).some(isAsked));
  }

  keysAsked(name) {
    const [han, parts] = [this.hanOf(name), this.names.parts(name)];
    if (han) return this.names.hanAsked(han);
    if (parts.every(isHangul)) return this.names.hangulAsked(parts.join(""));
    const keys = (order) => [...this.names.sinicAsked(order), ...this.names.koreanAsked(order)];
    return writtenOrders(parts).flatMap(keys);
  }

  // A whole name's keys as it is written.
  keysIndexed(name) {
    const [han, parts] = [this.hanOf(name), this.names.parts(name)];
    if (han) return this.names.hanIndexed(han);
    if (parts.every(isHangul)) return withKind(HANGUL, readHangul(parts.join("")));
    return writtenOrders(parts).slice(0, 1).flatMap((order) => this.keysInOrder(order));
  }

  // Its keys in each other order that its parts may be meant in.
  keysTurned(name) {
    const parts = this.names.parts(name);
    if (this.hanOf(name) || parts.every(isHangul)) return [];
    return writtenOrders(parts).slice(1).map((order) => this.keysInOrder(order));
  }

  keysInOrder(parts) {
    return [...this.names.sinicIndexed(parts), ...this.names.koreanIndexed(parts)];
  }

  // Whether a part stands for a longer one: a letter, or up to four with a full stop.
  readInitial(part) {
    const size = Array.from(part).length;
    return Array.from(this.folding.fold(part)).length === 1 || (part.endsWith(".") && size <= 5);
  }

  // Whether an initial and a part can be one given name of a family: `names.initials`.
  canBegin(initial, part, family) {
    const pairs = this.isInitial(part) ? [[initial, part], [part, initial]] : [[initial, part]];
    if (pairs.some(([short, long]) => this.beginsByLetters(short, long))) return true;
    const areOfOneAlphabet = isCyrillic(initial) === isCyrillic(part);
    if (areOfOneAlphabet && [family, part].every((one) => this.isEastAsian(one))) return false;
    return pairs.some(([short, long]) => this.beginsBySound(short, long));
  }

  beginsByLetters(short, long) {
    const letters = (part) => [this.folding.fold(part.replace(/\.+$/, "")), ...this.names.romanized.spellings(part)];
    const wholes = letters(long);
    return letters(short).some((begun) => begun && wholes.some((whole) => whole.startsWith(begun)));
  }

  isEastAsian(part) {
    if (this.isInitial(part)) return Array.from(part.replace(/\.+$/, "")).length === 1;
    return this.names.isSinitic(part) || this.names.korean.parts([part]).length > 0;
  }

  beginsBySound(initial, part) {
    const beginnings = this.names.skeletons(initial.replace(/\.+$/, "")).filter(Boolean);
    const forms = this.names.skeletons(part.replace(/\.+$/, ""));
    const isWhole = (rest) => !this.isInitial(part) || !rest || "aeiou".includes(rest[0]);
    return forms.some((form) =>
      beginnings.some((begun) => form.startsWith(begun) && isWhole(form.slice(begun.length))),
    );
  }

  // A part of a name: its spellings, and its keys as a Russian name.
  readWord(word) {
    const spellings = [this.folding.fold(word), this.respelling.respelt(word)];
    return {
      spellings: spellings.filter((spelling) => spelling !== null),
      asked: this.names.slavicAsked(word),
      indexed: this.names.slavicIndexed(word),
      romanized: this.names.romanized.spellings(word),
    };
  }

  sameWord(first, second) {
    const [one, other] = [this.spelt(first), this.spelt(second)];
    if (one.spellings.some((form) => other.spellings.includes(form))) return true;
    if (one.asked.some((key) => other.indexed.includes(key))) return true;
    return one.romanized.includes(other.spellings[0]) || other.romanized.includes(one.spellings[0]);
  }

  sameGivenName(one, other) {
    if (this.sameWord(one, other)) return true;
    const lines = (name) => this.names.skeletons(name).map((s) => this.givenNames.get(s));
    const known = lines(other);
    return lines(one).some((line) => line !== undefined && known.includes(line));
  }

  sameGiven(ones, others, family) {
    if (Boolean(ones.length) !== Boolean(others.length)) return false;
    const size = Math.min(ones.length, others.length);
    return ones.slice(0, size).every((one, at) => {
      if (this.isInitial(one)) return this.canBegin(one, others[at], family);
      if (this.isInitial(others[at])) return this.canBegin(others[at], one, family);
      return this.sameGivenName(one, others[at]);
    });
  }

  // The same family name, and given names that go together in their order.
  samePerson(ones, others) {
    const but = (parts, at) => parts.filter((_, number) => number !== at);
    return this.families(ones).some((i) =>
      this.families(others).some(
        (j) => this.sameWord(ones[i], others[j]) && this.sameGiven(but(ones, i), but(others, j), ones[i]),
      ),
    );
  }

  // Where the parts stand that may be the family's: the last alone where an initial stands before it.
  families(parts) {
    const isInOrder = parts.some((part) => this.isInitial(part)) && !this.isInitial(parts.at(-1));
    const places = isInOrder ? [parts.length - 1] : parts.map((_, at) => at);
    return places.filter((at) => !this.isInitial(parts[at]));
  }

  // Whether a query has no word more than a name: an initial and a patronymic are none.
  isNoLonger(name, other) {
    const { words, hasInitials } = this.counted(name);
    const { parts } = this.counted(other);
    if (words.length > parts.length) return false;
    return !hasInitials || words.every((word) => parts.some((part) => this.sameGivenName(word, part)));
  }

  countWords(name) {
    const parts = name.replaceAll(",", " ").trim().split(/\s+/);
    const words = parts.filter((part) => !this.isInitial(part));
    return {
      parts,
      words: words.filter((word) => !PATRONYMICS.some((ending) => word.toLowerCase().endsWith(ending))),
      hasInitials: words.length < parts.length,
    };
  }
}

const sorted = (words) => [...words].sort().join("");

// As written, and with the first part last and the last first, where it may be a person.
function writtenOrders(parts) {
  if (parts.length === 1) return [parts];
  return parts.length > 1 && parts.length <= MAX_PARTS ? ordersOf(parts) : [];
}

function ordersOf(parts) {
  if (!parts.length) return [];
  return [parts, [...parts.slice(1), parts[0]], [parts.at(-1), ...parts.slice(0, -1)]];
}
