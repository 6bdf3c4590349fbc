// Runs of words: how they are cut, and what they are made of.
// The same procedures as claimcli.search.plan.Run and search.expansion.

const isOptional = (run) => run.singles.every((single) => single.isOptional);

function setOf(way) {
  way.set ??= way.find();
  return way.set;
}

// Each thing that is asked for, once.
function different(terms) {
  return [...new Map(terms.map((term) => [asks(term), term])).values()];
}

// Runs of bare words; everything else is a run of its own.
function adjacentTerms(terms) {
  const runs = [];
  let run = null;
  for (const term of terms) {
    if (term.field || term.phrase || term.prefix) {
      runs.push([term]);
      run = null;
    } else if (run) run.push(term);
    else runs.push((run = [term]));
  }
  return runs;
}

// Every stretch of two words or more.
function* spansOf(length) {
  for (let start = 0; start < length; start += 1) {
    for (let end = start + 2; end <= Math.min(length, start + LONGEST_GROUP); end += 1) yield [start, end];
  }
}

// What a run is made of: names of several words, and the other words.
function unitsOf({ singles, groups }) {
  const found = [];
  for (let start = 0; start < singles.length; ) {
    const ends = [...groups.values()].filter((group) => group.start === start).map((group) => group.end);
    const end = Math.max(start + 1, ...ends);
    if (end - start > 1 || !singles[start].isOptional) found.push([start, end]);
    start = end;
  }
  return found;
}

// The run in which the words of a unit need not be met.
function withoutUnit({ singles, groups, short }, [start, end]) {
  const isOut = (at) => start <= at && at < end;
  return {
    singles: singles.map((single, at) => (isOut(at) ? { ...single, isOptional: true } : single)),
    groups: new Map([...groups].filter(([, g]) => g.end <= start || g.start >= end)),
    short: new Set([...short].filter((at) => !isOut(at))),
  };
}
