-- Each position of each question with the counts of `claimcli compare`; years are those of the
-- holders' works. Claims tell the recorder's grain, not the weight of a position.
SELECT
    s.corpus, s.question, s.stance, s.label,
    coalesce(h.scholars, 0) AS scholars,
    coalesce(h.first_hand, 0) AS first_hand,
    coalesce(h.second_hand, 0) AS second_hand,
    coalesce(h.unnamed, 0) AS unnamed,
    coalesce(h.contemporaries, 0) AS contemporaries,
    coalesce(c.witnesses, 0) AS witnesses,
    coalesce(c.unclear, 0) AS unclear,
    coalesce(h.by_reading, 0) AS by_reading,
    coalesce(c.claims, 0) AS claims,
    c.first_year, c.last_year
FROM stances s
LEFT JOIN (
    SELECT
        corpus, question, stance,
        sum(is_scholar) AS scholars,
        sum(is_scholar * first_hand) AS first_hand,
        sum(is_scholar * (1 - first_hand)) AS second_hand,
        sum(CASE WHEN kind = 'unnamed' THEN 1 ELSE 0 END) AS unnamed,
        sum(CASE WHEN kind = 'contemporary' THEN 1 ELSE 0 END) AS contemporaries,
        sum(is_scholar * by_reading) AS by_reading
    FROM holders
    GROUP BY corpus, question, stance
) h ON h.corpus = s.corpus AND h.question = s.question AND h.stance = s.stance
LEFT JOIN (
    SELECT
        corpus, question, stance,
        count(DISTINCT witness) AS witnesses,
        sum(unclear) AS unclear,
        count(*) AS claims,
        min(year) AS first_year,
        max(year) AS last_year
    FROM taken
    GROUP BY corpus, question, stance
) c ON c.corpus = s.corpus AND c.question = s.question AND c.stance = s.stance
