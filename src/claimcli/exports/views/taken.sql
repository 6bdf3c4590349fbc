-- Each claim in each position that it takes: its own, or through `answers` (secondary).
-- by_reading: it stands there by the recorder's judgement.
SELECT
    t.corpus, t.question, t.stance, t.claim, t.secondary,
    CASE
        WHEN t.secondary = 1 THEN coalesce(u.of_answers, 0)
        ELSE coalesce(u.of_stance, 0)
    END AS by_reading,
    CASE WHEN c.second_hand THEN 1 ELSE 0 END AS second_hand,
    CASE WHEN u.claim IS NULL THEN 0 ELSE 1 END AS unclear,
    c.witness, c.year
FROM (
    SELECT corpus, question, stance, claim, min(secondary) AS secondary
    FROM (
        SELECT corpus, question, stance, id AS claim, 0 AS secondary FROM claims
        UNION ALL
        SELECT corpus, question, stance, claim, 1 AS secondary FROM claim_answers
    ) p
    WHERE question IS NOT NULL AND stance IS NOT NULL AND stance <> 'none'
    GROUP BY corpus, question, stance, claim
) t
JOIN claims c ON c.corpus = t.corpus AND c.id = t.claim
LEFT JOIN (
    SELECT
        corpus, claim,
        max(CASE WHEN field = 'stance' THEN 1 ELSE 0 END) AS of_stance,
        max(CASE WHEN field = 'answers' THEN 1 ELSE 0 END) AS of_answers
    FROM claim_unclear
    GROUP BY corpus, claim
) u ON u.corpus = t.corpus AND u.claim = t.claim
