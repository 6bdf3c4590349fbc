-- Each claim that was read in another's work and not in the holder's own, once for each holder.
SELECT DISTINCT
    c.corpus, c.id AS claim, h.scholar, s.name, c.statement, c.question, c.stance,
    c.source, o.title AS source_title, c.locator,
    c.witness, w.title AS witness_title
FROM claims c
JOIN claim_scholars h ON h.corpus = c.corpus AND h.claim = c.id
LEFT JOIN scholars s ON s.corpus = h.corpus AND s.id = h.scholar
LEFT JOIN sources o ON o.corpus = c.corpus AND o.id = c.source
LEFT JOIN sources w ON w.corpus = c.corpus AND w.id = c.witness
WHERE c.second_hand
