// A set of numbers, of claims or of records: one bit each.
class NumberSet {
  constructor(size) {
    this.size = size;
    this.bits = new Uint32Array((size + 31) >>> 5);
  }

  static of(size, numbers) {
    return new NumberSet(size).put(numbers);
  }

  static all(size) {
    return NumberSet.of(size, Array(size).keys());
  }

  copy() {
    const set = new NumberSet(this.size);
    set.bits.set(this.bits);
    return set;
  }

  has(number) {
    return (this.bits[number >>> 5] & (1 << (number & 31))) !== 0;
  }

  get isEmpty() {
    return this.bits.every((bits) => bits === 0);
  }

  add(number) {
    this.bits[number >>> 5] |= 1 << (number & 31);
  }

  // With these; changes this set.
  put(numbers) {
    for (const number of numbers) this.add(number);
    return this;
  }

  // With those of the other; changes this set.
  join(other) {
    for (let at = 0; at < this.bits.length; at += 1) this.bits[at] |= other.bits[at];
    return this;
  }

  // Without those that the other has not; changes this set.
  keep(other) {
    for (let at = 0; at < this.bits.length; at += 1) this.bits[at] &= other.bits[at];
    return this;
  }

  // Without those that the other has; changes this set.
  drop(other) {
    for (let at = 0; at < this.bits.length; at += 1) this.bits[at] &= ~other.bits[at];
    return this;
  }

  get numbers() {
    const found = [];
    for (let at = 0; at < this.bits.length; at += 1) {
      for (let bits = this.bits[at]; bits; bits &= bits - 1) found.push((at << 5) + 31 - Math.clz32(bits & -bits));
    }
    return found;
  }
}
