-- Who takes each position. is_scholar: a person, a group or an anonymous author; first_hand: one of
-- his claims there was read in his own work; by_reading: none stands there as worded.
SELECT
    t.corpus, t.question, t.stance, h.scholar, s.name, s.kind,
    CASE WHEN s.kind IN ('unnamed', 'contemporary') THEN 0 ELSE 1 END AS is_scholar,
    max(1 - t.second_hand) AS first_hand,
    min(t.by_reading) AS by_reading,
    count(DISTINCT t.claim) AS claims,
    min(t.year) AS first_year,
    max(t.year) AS last_year
FROM taken t
JOIN claim_scholars h ON h.corpus = t.corpus AND h.claim = t.claim
LEFT JOIN scholars s ON s.corpus = h.corpus AND s.id = h.scholar
GROUP BY t.corpus, t.question, t.stance, h.scholar, s.name, s.kind
