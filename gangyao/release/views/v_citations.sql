-- Documents that documents refer to, each with the document of the release that it is: by its number, else by its title, without the issuer (关于…的意见), the years and the notice that hands it on where one side leaves them out, or by the title of what is attached to it. NULL where no document or more than one is called so; the citing document itself where it is what it names (现将《…》印发给你们).
WITH said AS (
    SELECT document_id AS id, true AS is_document, title FROM documents
    UNION ALL SELECT document_id, true, title FROM sections WHERE regexp_matches(path, '^A\d+$') AND length(title) >= 6
    UNION ALL SELECT citation_id, false, title FROM citations WHERE title IS NOT NULL
),
plain AS (
    -- Marks, white space and years or stages in brackets tell no titles apart; 第十四个五年规划和2035年远景目标纲要 is “十四五”规划纲要.
    SELECT
        id, is_document,
        regexp_replace(
            regexp_replace(
                regexp_replace(
                    regexp_replace(regexp_replace(title, '[《》〈〉<>“”‘’"、，\s　]', '', 'g'), '[（(](?:(?:19|20)\d\d[^（）()]{0,14}|试行|暂行)[）)]$', ''),
                    '^中华人民共和国|国民经济和社会发展|和(?:2035|二〇三五|2020|二〇二〇|2010)年远景目标', '', 'g'
                ),
                '第([一二三四五六七八九十]{1,3})个五年(规划|计划)', '\1五\2'
            ),
            '[（(]草案[）)]', '草案'
        ) AS title
    FROM said
),
called AS (
    SELECT DISTINCT id, is_document, unnest([title, regexp_replace(regexp_extract(title, '关于印发(?:实施)?(.+)的通知$', 1), '[（(](?:19|20)\d\d[^（）()]{0,14}[）)]$', ''), CASE WHEN is_document OR starts_with(title, '关于') THEN regexp_extract(title, '关于.+$') END]) AS name FROM plain
),
by_number AS (
    SELECT c.citation_id, d.document_id
    FROM citations AS c JOIN documents AS d ON translate(c.number, '[](（）【】) ', '〔〕〔〔〕〔〕〕') = translate(d.document_number, '[](（）【】) ', '〔〕〔〔〕〔〕〕')
),
by_title AS (
    SELECT c.id AS citation_id, k.id AS document_id
    FROM called AS c JOIN called AS k ON k.is_document AND NOT c.is_document AND k.name = c.name AND length(c.name) >= 4
    -- “十四五”规划纲要 alone may be the nation's or a province's.
    WHERE NOT (regexp_matches(c.name, '^[一二三四五六七八九十]+五(?:规划|计划)') AND EXISTS (SELECT 1 FROM called AS o WHERE o.is_document AND o.id <> k.id AND ends_with(o.name, c.name)))
),
found AS (
    SELECT
        c.citation_id,
        list(DISTINCT n.document_id) FILTER (n.document_id IS NOT NULL) AS numbered,
        list(DISTINCT t.document_id) FILTER (t.document_id <> c.document_id) AS titled,
        bool_or(t.document_id = c.document_id) AS is_own
    FROM citations AS c LEFT JOIN by_number AS n USING (citation_id) LEFT JOIN by_title AS t USING (citation_id)
    GROUP BY c.citation_id
)
SELECT
    c.citation_id, c.document_id, d.title AS document, c.relation, c.title, c.number,
    CASE WHEN len(f.numbered) = 1 THEN f.numbered[1] WHEN f.is_own THEN c.document_id WHEN len(f.titled) = 1 THEN f.titled[1] END AS cited_document_id,
    p.text AS paragraph, c.paragraph_id, c.start_char, c.end_char
FROM citations AS c
JOIN found AS f USING (citation_id)
JOIN documents AS d USING (document_id)
JOIN paragraphs AS p USING (paragraph_id);
