// Korean names: Hangul, Revised Romanization and McCune–Reischauer as sounds.
// The same procedure as claimcli.names.korean.

const LEADS = "g kk n d tt r m b pp s ss - j jj ch k t p h".replace("-", "").split(" ");
const HANGUL_VOWELS = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split(" ");
const TAILS = "- k k k n n n t r k m r r r p r m p p t t ng t t k t p t".replace("-", "").split(" ");
// What a final consonant leaves behind and carries over when a vowel follows.
const LINKS =
  ". .g .kk k.s .n n.j .n .d .r r.g r.m r.b r.s r.t r.p .r .m .b p.s .s .ss ng. .j .ch .k .t .p .".split(" ");
const ASPIRATED_BY_H = { g: "k", d: "t", j: "ch" };
const NASAL = { k: "ng", t: "n", p: "m" };
const KOREAN_VOWEL = "yae|yeo|yi|wae|weo|ya|ye|yo|yu|wa|wo|we|wi|ae|oe|eo|eui|eu|ui|[aeoui]";
const KOREAN_ONSET = "tch|ch'?|kk|tt|pp|ss|jj|sh|[ktp]'?|[bdgjsnmrlh]";
const KOREAN_WORD = new RegExp(`^(?:(?:${KOREAN_ONSET})?(?:${KOREAN_VOWEL})(?:ng|[ktpnmlr])?'?)+$`);
const KOREAN_TOKEN = new RegExp(
  `${KOREAN_VOWEL}|tch|ch'?|kk|tt|pp|ss|jj|sh|ng|[ktp]'?|[bdgjsnmrlh]|'`,
  "g",
);
const BREVES = { ŏ: "eo", ǒ: "eo", ô: "eo", ŭ: "eu", ǔ: "eu", û: "eu" };
const REVISED = { tch: "jj", sh: "s", l: "r", weo: "wo", eui: "ui", yi: "i", "'": "" };
const PLAIN = { k: "g", t: "d", p: "b", ch: "j" };
const DIVIDED = { kk: "kg", tt: "td", pp: "pb" };
const SURNAMES = { kim: "gim", pak: "bak", park: "bak", ree: "i", choi: "choe" };
const VOWEL_IN_DOUBT = "(?<![ew])o(?!e)|(?<![ey])u(?!i)";
const IN_DOUBT = `(?:ch|(?<!k)k|(?<!t)t|(?<!p)p)(?=[aeiouwy])|${VOWEL_IN_DOUBT}`;
const DOUBLED = "(?<=[aeiou])(?:kk|tt|pp)";

const isHangul = (text) => /^[가-힣]+$/.test(text);

class Korean {
  constructor(folding) {
    this.folding = folding;
    this.part = remembered((word) => this.readPart(word));
  }

  // A word between spaces and hyphens read as romanized Korean, or null.
  readPart(word) {
    const signs = Array.from(word.toLowerCase().normalize("NFC"), (sign) =>
      this.folding.apostrophes.has(sign) ? "'" : sign,
    );
    const plain = signs.join("");
    const letters = signs.map((sign) => BREVES[sign] ?? sign).join("");
    if (!isAscii(letters) || !(KOREAN_WORD.test(letters) || Object.hasOwn(SURNAMES, letters))) {
      return null;
    }
    const marked = letters !== plain || /[ktph]'/.test(plain);
    const tokens = letters.match(KOREAN_TOKEN);
    const isVowel = (token) => token !== undefined && "aeiouwy".includes(token[0]);
    const sounds = (mccune) =>
      tokens.map((token, at) => soundOf(token, isVowel(tokens[at + 1]), mccune)).join("");
    const voiced = !marked && ["g", "d", "b", "j"].includes(tokens[0]);
    const showsVowels = !marked && (plain.includes("eo") || plain.includes("eu"));
    return {
      letters: sounds(false),
      mccune: sounds(true),
      syllables: tokens.filter(isVowel).length,
      marked,
      breves: letters !== plain,
      revised: showsVowels || (voiced && /^\p{Lu}/u.test(word)),
      voiced,
    };
  }

  // The parts read as Korean; none where one of them cannot be.
  parts(words) {
    const known = words.map((word) => this.part(word));
    return known.includes(null) ? [] : known;
  }
}

function soundOf(token, beforeVowel, mccune) {
  if (token.endsWith("'")) return token.slice(0, -1);
  if (mccune && beforeVowel && Object.hasOwn(PLAIN, token)) return PLAIN[token];
  return REVISED[token] ?? token;
}

// The exact forms of a Hangul name: as pronounced, and syllable by syllable.
function readHangul(text) {
  const composed = text.normalize("NFC");
  if (!isHangul(composed)) return [];
  const sounds = Array.from(composed, (sign) => {
    const code = sign.charCodeAt(0) - 0xac00;
    return [Math.floor(code / 588), Math.floor(code / 28) % 21, code % 28];
  });
  const letters = sounds.map(([a, b, c]) => LEADS[a] + HANGUL_VOWELS[b] + TAILS[c]).join("");
  return [...new Set([pronounced(sounds), letters])];
}

function pronounced(sounds) {
  let found = "";
  let carried = LEADS[sounds[0][0]];
  sounds.forEach(([, vowel, tail], at) => {
    const following = sounds[at + 1];
    found += carried + HANGUL_VOWELS[vowel];
    let end = TAILS[tail];
    carried = following ? LEADS[following[0]] : "";
    if (following && tail) [end, carried] = joint(tail, following[0], following[1]);
    found += end;
  });
  return found;
}

// A final and the next initial consonant as they sound together.
function joint(tail, lead, vowel) {
  const [end, start] = [TAILS[tail], LEADS[lead]];
  if (!start) {
    const [kept, moved] = LINKS[tail].split(".");
    return [kept, vowel === 20 ? ({ d: "j", t: "ch" }[moved] ?? moved) : moved];
  }
  if ([6, 15, 27].includes(tail) && ASPIRATED_BY_H[start]) {
    return [tail !== 27 ? end : "", ASPIRATED_BY_H[start]];
  }
  if (NASAL[end] && ["n", "m", "r"].includes(start)) return [NASAL[end], start === "r" ? "n" : start];
  if ((end === "n" && start === "r") || (end === "r" && start === "n")) return ["r", "r"];
  return [end, start === "r" && ["m", "ng"].includes(end) ? "n" : start];
}

const patternOf = remembered((inDoubt) => new RegExp(`(${inDoubt})`));

// All that a careless spelling may stand for; a great many are cut off.
function koreanExactForms(careless, inDoubt = IN_DOUBT) {
  const pieces = careless.split(patternOf(inDoubt));
  const each = pieces.map((piece, at) => (at % 2 ? meaningsOf(piece) : [piece]));
  return combined(each, MAX_EXACT_FORMS);
}

function meaningsOf(piece) {
  if (piece === "o" || piece === "u") return [piece, `e${piece}`];
  return [piece, PLAIN[piece] ?? DIVIDED[piece]];
}

// An exact form as it looks without aspiration and the difference of o and ŏ.
function carelessKorean(exact) {
  const plain = exact.replaceAll("ch", "j").replaceAll("eo", "o").replaceAll("eu", "u");
  return plain.replace(/[gdbj]/g, (sign) => ({ g: "k", d: "t", b: "p", j: "c" })[sign]);
}

const isRevised = (parts) => parts[0].voiced || parts.some((part) => part.revised);
const isExactKorean = (parts) => parts.some((part) => part.marked) || isRevised(parts);

// The exact forms of a romanized name.
function asWritten(parts) {
  const marked = parts.some((part) => part.marked);
  const [first, ...others] = parts.map((part) => (marked ? part.mccune : part.letters));
  const surname = others.length ? SURNAMES[parts[0].letters] : undefined;
  const written = [...new Set([first, surname ?? first])].map((one) => one + others.join(""));
  if (isRevised(parts)) return written;
  const noBreves = marked && !parts.some((part) => part.breves);
  const inDoubt = noBreves ? `${DOUBLED}|${VOWEL_IN_DOUBT}` : DOUBLED;
  return [...new Set(written.flatMap((form) => koreanExactForms(form, inDoubt)))];
}

// All exact forms that a romanized name may stand for.
function meantKorean(parts) {
  const written = asWritten(parts);
  if (isExactKorean(parts)) return written;
  return [...new Set([...written, ...written.flatMap((form) => koreanExactForms(form))])];
}
