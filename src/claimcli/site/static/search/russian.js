// Russian names: Cyrillic and its Latin schemes brought to one skeleton.
// The same procedure as claimcli.names.slavic.

const MAX_SKELETONS = 8;
const CYRILLIC_SOUNDS = {};
const spellOut = (letters, sounds) =>
  Array.from(letters).forEach((letter, at) => (CYRILLIC_SOUNDS[letter] = sounds[at]));
spellOut("абвгдежзийклмнопрстуфхцчшыэё", "abvgdejziiklmnoprstufhcqwiee");
spellOut("єѣіїѳѵґўјћ", "eeiifigviq");
spellOut("љњђџщюяьъ", ["li", "ni", "dq", "dj", "wq", "iu", "ia", "", ""]);

const HEARD = {};
const hear = (table) => Object.assign(HEARD, table);
for (const pair of (
  "schtsch:wq shch:wq stch:wq šč:wq tsch:q tch:q sch:w sh:w š:w zh:j ž:j kh:h č:q ć:q ts:c tz:c " +
  "ph:f x:ks w:v y:i j:i q:k đ:dq iye:iE ije:iE iie:iE ye:e je:e yo:e jo:e"
).split(" ")) {
  const [written, sound] = pair.split(":");
  hear({ [written]: [sound] });
}
hear({ ch: ["q", "h"], ck: ["k", "ck"], ie: ["e", "iE"], io: ["e", "iO"] });
hear({ dje: ["de", "dqe"], djo: ["de", "dqo"], dj: ["di", "dq"] });
const HEARD_SIGNS = new RegExp(
  Object.keys(HEARD).sort((one, other) => other.length - one.length).join("|"),
  "g",
);
const WRITTEN_VOWELS = "aeiouyаеиоуыэюя";

const isCyrillic = (text) => /[\u0400-\u052f]/.test(text);

// How many syllables a word or a skeleton has, about.
function vowelGroups(word, vowels = "aeiou") {
  return Array.from(word, (sign) => (vowels.includes(sign) ? sign : " ")).join("").split(" ").filter(Boolean).length;
}

// The skeletons of one word, mostly one; none if it is in neither alphabet.
function skeletons(word, folding) {
  const plain = isAscii(word)
    ? folding.fold(word)
    : Array.from(word.toLowerCase().normalize("NFC"), (sign) =>
        "ščžćđ".includes(sign) ? sign : folding.fold(sign),
      ).join("");
  if (!plain) return [];
  if (/^[a-zščžćđ]+$/.test(plain)) return fromLatin(plain);
  return Array.from(plain).every((sign) => Object.hasOwn(CYRILLIC_SOUNDS, sign)) ? fromCyrillic(plain) : [];
}

function fromCyrillic(written) {
  let word = /[іїєґ]|ськ/.test(written) ? written.replaceAll("г", "х") : written;
  word = word.replace(/и([еэё])/g, "иE").replaceAll("ио", "иO").replaceAll("йо", "ё");
  return [collapsed(Array.from(word, (sign) => CYRILLIC_SOUNDS[sign] ?? sign).join(""))];
}

function fromLatin(word) {
  if (!word.endsWith("vic")) return heardIn(word);
  return [...new Set([...heardIn(word), ...heardIn(`${word.slice(0, -1)}ć`)])];
}

function heardIn(word) {
  const sounds = [];
  let done = 0;
  for (const found of word.matchAll(HEARD_SIGNS)) {
    sounds.push([word.slice(done, found.index)], HEARD[found[0]]);
    done = found.index + found[0].length;
  }
  sounds.push([word.slice(done)]);
  return [...new Set(combined(sounds, MAX_SKELETONS).map(collapsed))];
}

// What the schemes write differently, the same; the marks E and O keep ие and ио apart.
function collapsed(written) {
  let skeleton = written.replaceAll("ts", "c").replaceAll("tq", "q");
  skeleton = skeleton.replace(/(?<![iI])i+e/g, "e");
  for (const before of "wqj") skeleton = skeleton.replaceAll(`${before}o`, `${before}e`);
  skeleton = skeleton.toLowerCase().replace(/(.)\1+/gu, "$1");
  return /[oe]f$/.test(skeleton) ? `${skeleton.slice(0, -1)}v` : skeleton;
}
