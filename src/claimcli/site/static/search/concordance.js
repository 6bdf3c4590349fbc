// A concordance of rows of texts, such as claims: every word, and where it stands.

const NO_WORD = -1;

class Concordance {
  // `wordsOf(row)` gives the words of each text of a row, the texts always in the order of `columns`.
  constructor(size, columns, wordsOf) {
    this.size = size;
    this.columns = columns;
    this.read(wordsOf);
    this.words = [...this.numbers.keys()].sort();
    this.numberInOrder();
    this.findPlaces();
  }

  // All texts one after the other, each ended by what is no word; the row and column of each place.
  read(wordsOf) {
    const [text, rows, columns] = [[], [], []];
    this.numbers = new Map();
    const put = (number, row, column) => {
      text.push(number);
      rows.push(row);
      columns.push(column);
    };
    for (let row = 0; row < this.size; row += 1) {
      wordsOf(row).forEach((words, column) => {
        for (const word of words) put(this.numberOf(word), row, column);
        put(NO_WORD, row, column);
      });
    }
    this.text = Int32Array.from(text);
    this.rows = Int32Array.from(rows);
    this.columnAt = Uint8Array.from(columns);
  }

  numberOf(word) {
    const known = this.numbers.get(word);
    if (known !== undefined) return known;
    this.numbers.set(word, this.numbers.size);
    return this.numbers.size - 1;
  }

  // Words get the numbers of their order, so that all that begin alike have numbers that follow.
  numberInOrder() {
    const inOrder = new Int32Array(this.words.length);
    this.words.forEach((word, number) => {
      inOrder[this.numbers.get(word)] = number;
      this.numbers.set(word, number);
    });
    this.text.forEach((word, at) => {
      if (word !== NO_WORD) this.text[at] = inOrder[word];
    });
  }

  // The places of all words, word by word: those of a word begin at its number in `firsts`.
  findPlaces() {
    this.firsts = new Int32Array(this.words.length + 1);
    for (const word of this.text) if (word !== NO_WORD) this.firsts[word + 1] += 1;
    for (let word = 0; word < this.words.length; word += 1) this.firsts[word + 1] += this.firsts[word];
    this.places = new Int32Array(this.firsts.at(-1));
    const next = this.firsts.slice();
    this.text.forEach((word, at) => {
      if (word !== NO_WORD) this.places[next[word]++] = at;
    });
  }

  has(word) {
    return this.numbers.has(word);
  }

  // The words that begin so.
  beginning(letters) {
    return this.words.slice(...this.begunBy(letters));
  }

  begunBy(letters) {
    let [low, high] = [0, this.words.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.words[middle] < letters) low = middle + 1;
      else high = middle;
    }
    while (high < this.words.length && this.words[high].startsWith(letters)) high += 1;
    return [low, high];
  }

  // The numbers that a word may have, from the first to before the last.
  range(word, isBegun) {
    if (isBegun) return this.begunBy(word);
    const number = this.numbers.get(word);
    return number === undefined ? [0, 0] : [number, number + 1];
  }

  // The rows that have the words one after the other in one of the columns, the last word perhaps
  // only begun. Looked for wherever the rarest of them stands.
  withPhrase({ words, isBegun }, columns = this.columns) {
    const found = new NumberSet(this.size);
    const ranges = words.map((word, at) => this.range(word, isBegun && at === words.length - 1));
    const counts = ranges.map(([low, high]) => this.firsts[high] - this.firsts[low]);
    const rarest = counts.indexOf(Math.min(...counts));
    const [low, high] = ranges[rarest];
    const isWhole = columns === this.columns;
    const isAsked = this.columns.map((column) => columns.includes(column));
    for (const place of this.places.subarray(this.firsts[low], this.firsts[high])) {
      if (!isWhole && !isAsked[this.columnAt[place]]) continue;
      if (words.length === 1 || this.isAt(place - rarest, ranges)) found.add(this.rows[place]);
    }
    return found;
  }

  isAt(start, ranges) {
    for (let at = 0; at < ranges.length; at += 1) {
      const word = this.text[start + at];
      if (!(ranges[at][0] <= word && word < ranges[at][1])) return false;
    }
    return true;
  }
}
