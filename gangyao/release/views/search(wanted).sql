-- search('两个词'): the paragraphs that hold every word asked for; words are parted by spaces, and may be Simplified or
-- Traditional, in small or capital letters. Join tasks or mentions by paragraph_id.
WITH words AS MATERIALIZED (
    SELECT DISTINCT word FROM (SELECT unnest(string_split_regex(trim(folded(wanted)), '\s+')) AS word)
    WHERE word <> ''
),
pairs AS MATERIALIZED (
    SELECT DISTINCT (unicode(word[i])::BIGINT << 21) | unicode(word[i + 1]) AS bigram
    FROM words, unnest(range(1, length(word))) AS place(i)
),
found AS (
    SELECT paragraph FROM text_bigrams WHERE bigram IN (SELECT bigram FROM pairs)
    GROUP BY paragraph HAVING count(*) = (SELECT count(*) FROM pairs)
    UNION ALL
    -- A word of one character has no pair: all paragraphs are read.
    SELECT rowid FROM paragraphs WHERE NOT EXISTS (FROM pairs) AND EXISTS (FROM words)
)
SELECT p.document_id, p.section_id, p.paragraph_id, p.text
FROM found AS f
JOIN paragraphs AS p ON p.rowid = f.paragraph
WHERE NOT EXISTS (FROM words WHERE NOT contains(small_letters(p.text), word))
ORDER BY p.rowid;
