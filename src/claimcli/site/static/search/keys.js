// The keys of a written name: those it is indexed under and those it asks for.
// The same procedure as claimcli.names.match_keys and names.recognition.

const MARK = "\ue000";
const [EXACT, CARELESS, WITHOUT_UMLAUT, HAN_READING] = Array.from("pder", (kind) => MARK + kind);
const [CYRILLIC, CYRILLIC_SINITIC, LATIN, LATIN_SINITIC] = Array.from("fglm", (kind) => MARK + kind);
const [HANGUL, KOREAN, KOREAN_CARELESS, WEAK, WEAK_CARELESS] = Array.from("hkoyz", (kind) => MARK + kind);
const MAX_HAN = 8;
const MAX_PARTS = 8;

const withKind = (kind, forms) => Array.from(forms, (form) => kind + form);

class NameKeys {
  constructor(tables, folding) {
    this.folding = folding;
    this.chinese = new Chinese(tables.chinese, folding);
    this.korean = new Korean(folding);
    this.romanized = new Romanized(tables.romanized, folding);
    this.notAlone = new Set(tables.not_alone);
    const letter = "(?:[\\p{L}\\p{Nl}\\p{No}][\u0300-\u036f]*)";
    const possessive = "(?![sS](?![\\p{L}\\p{N}_]))";
    const apostrophes = tables.folding.apostrophes;
    this.partSource = `${letter}+(?:[${apostrophes}]+${possessive}${letter}+)*`;
    this.partPattern = new RegExp(this.partSource, "gu");
    this.skeletons = remembered((word) => skeletons(word, folding));
    this.slavicAsked = remembered((word) => this.readSlavicAsked(word));
    this.slavicIndexed = remembered((word) => withKind(this.slavicKind(word), this.skeletons(word)));
    this.askedByParts = remembered((parts) => [...new Set(this.keysAsked(parts.split(" ")))]);
  }

  // The parts of a name: what spaces, hyphens and other signs keep apart.
  parts(text) {
    return text.match(this.partPattern) ?? [];
  }

  isSinitic(word) {
    return this.chinese.isSinitic(word);
  }

  // For every stretch of the words of a query that may be a name, its keys, by "start,end".
  candidates(words) {
    const parts = words.map((word) => this.parts(word));
    const found = new Map();
    for (let size = Math.min(words.length, MAX_PARTS); size > 0; size -= 1) {
      for (let start = 0; start + size <= words.length; start += 1) {
        const keys = this.askedTogether(parts.slice(start, start + size));
        if (keys.length) found.set(`${start},${start + size}`, keys);
      }
    }
    return found;
  }

  // The keys that words ask for as one name.
  askedTogether(words) {
    const parts = words.flat();
    if (!parts.length || parts.length > MAX_PARTS || !words.every((word) => word.length)) return [];
    return this.askedByParts(parts.join(" "));
  }

  keysAsked(parts) {
    const joined = parts.join("");
    if (this.folding.onlyHan.test(joined)) return this.hanAsked(joined);
    if (isHangul(joined)) return this.hangulAsked(joined);
    const together = () => [...this.sinicAsked(parts), ...this.koreanAsked(parts)];
    if (parts.length > 1) return together();
    const [word] = parts;
    if (this.notAlone.has(word.toLowerCase()) || Array.from(word).length === 1) return [];
    return [...together(), ...this.slavicAsked(word), ...this.romanized.asked(word)];
  }

  sinicAsked(parts) {
    const reading = this.chinese.readSpelling(parts);
    const exact = new Set([
      ...reading.exact,
      ...reading.careless.flatMap((form) => this.chinese.exactForms(form)),
    ]);
    const spellings = new Set([
      ...reading.careless,
      ...reading.exact.flatMap((form) => this.chinese.carelessSpellings(form)),
      ...reading.careless.map(withoutUmlaut),
    ]);
    return [
      ...withKind(EXACT, exact),
      ...withKind(HAN_READING, exact),
      ...withKind(CARELESS, spellings),
      ...withKind(WITHOUT_UMLAUT, reading.careless.filter((s) => !s.includes("v"))),
    ];
  }

  sinicIndexed(parts) {
    const { exact, careless } = this.chinese.readSpelling(parts);
    const indexed = [
      ...withKind(CARELESS, careless),
      ...withKind(WITHOUT_UMLAUT, careless.filter((s) => s.includes("v")).map(withoutUmlaut)),
    ];
    if (!careless.length) return withKind(EXACT, exact);
    const isAsked = (form) => this.chinese.carelessSpellings(form).some((s) => careless.includes(s));
    return [...indexed, ...withKind(EXACT, exact.filter((form) => !isAsked(form)))];
  }

  // What parts are indexed under together, in an alphabet or in Hangul.
  indexed(parts) {
    if (parts.every(isHangul)) return withKind(HANGUL, readHangul(parts.join("")));
    const [word] = parts;
    const alone = parts.length === 1 ? [...this.slavicIndexed(word), ...this.romanized.indexed(word)] : [];
    return [...this.sinicIndexed(parts), ...this.koreanIndexed(parts), ...alone];
  }

  hanAsked(text) {
    const readings = Array.from(text).length <= MAX_HAN ? this.chinese.readHan(text) : [];
    const spellings = readings.flatMap((form) => this.chinese.carelessSpellings(form));
    return [...withKind(EXACT, readings), ...withKind(CARELESS, spellings)];
  }

  hanIndexed(text) {
    return Array.from(text).length <= MAX_HAN ? withKind(HAN_READING, this.chinese.readHan(text)) : [];
  }

  hangulAsked(text) {
    const exact = readHangul(text);
    const spellings = exact.map(carelessKorean);
    return [
      ...withKind(KOREAN, exact),
      ...withKind(KOREAN_CARELESS, spellings),
      ...withKind(WEAK, exact),
      ...withKind(WEAK_CARELESS, spellings),
    ];
  }

  koreanAsked(words) {
    const parts = this.korean.parts(words);
    if (!parts.length) return [];
    const meant = meantKorean(parts);
    if (parts.length === 1 && syllablesOf(parts) < 2) return withKind(HANGUL, meant);
    const spellings = meant.map(carelessKorean);
    const asked = [
      ...withKind(HANGUL, meant),
      ...withKind(KOREAN, meant),
      ...withKind(KOREAN_CARELESS, spellings),
    ];
    if (this.isWeak(words, parts)) return asked;
    return [...asked, ...withKind(WEAK, meant), ...withKind(WEAK_CARELESS, spellings)];
  }

  koreanIndexed(words) {
    const parts = this.korean.parts(words);
    if (!parts.length) return [];
    const exact = asWritten(parts);
    const isWeak = this.isWeak(words, parts);
    if (isExactKorean(parts)) return withKind(isWeak ? WEAK : KOREAN, exact);
    return withKind(isWeak ? WEAK_CARELESS : KOREAN_CARELESS, exact.map(carelessKorean));
  }

  isWeak(words, parts) {
    return syllablesOf(parts) < 2 || words.every((word) => this.isSinitic(word));
  }

  slavicKind(word) {
    if (this.isSinitic(word)) return isCyrillic(word) ? CYRILLIC_SINITIC : LATIN_SINITIC;
    return isCyrillic(word) ? CYRILLIC : LATIN;
  }

  readSlavicAsked(word) {
    const forms = this.skeletons(word);
    let kinds = {
      [CYRILLIC]: [CYRILLIC, CYRILLIC_SINITIC, LATIN, LATIN_SINITIC],
      [CYRILLIC_SINITIC]: [CYRILLIC, LATIN],
      [LATIN]: [CYRILLIC, CYRILLIC_SINITIC, LATIN],
      [LATIN_SINITIC]: [CYRILLIC],
    }[this.slavicKind(word)];
    const isShort = forms.length && !isCyrillic(word) && vowelGroups(forms[0]) < 2;
    if (isShort) kinds = kinds.filter((kind) => kind !== LATIN);
    return kinds.flatMap((kind) => withKind(kind, forms));
  }
}

const syllablesOf = (parts) => parts.reduce((sum, part) => sum + part.syllables, 0);
