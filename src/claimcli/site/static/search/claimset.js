// A set of claims: one bit each.
class ClaimSet {
  constructor(size) {
    this.size = size;
    this.bits = new Uint32Array((size + 31) >>> 5);
  }

  static of(size, numbers) {
    return new ClaimSet(size).put(numbers);
  }

  static all(size) {
    return ClaimSet.of(size, Array(size).keys());
  }

  copy() {
    const set = new ClaimSet(this.size);
    set.bits.set(this.bits);
    return set;
  }

  has(number) {
    return (this.bits[number >>> 5] & (1 << (number & 31))) !== 0;
  }

  get isEmpty() {
    return this.bits.every((bits) => bits === 0);
  }

  // With these claims; changes this set.
  put(numbers) {
    for (const number of numbers) this.bits[number >>> 5] |= 1 << (number & 31);
    return this;
  }

  // With the claims of the other; changes this set.
  add(other) {
    for (let at = 0; at < this.bits.length; at += 1) this.bits[at] |= other.bits[at];
    return this;
  }

  // Without the claims that the other has not; changes this set.
  keep(other) {
    for (let at = 0; at < this.bits.length; at += 1) this.bits[at] &= other.bits[at];
    return this;
  }

  // Without the claims that the other has; changes this set.
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
