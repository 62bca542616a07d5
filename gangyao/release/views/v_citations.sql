-- Documents that documents refer to, each with the document of the release that it is: by its number, else by its title.
WITH known AS (
    SELECT
        document_id, document_number, title,
        regexp_replace(regexp_replace(title, '[《》“”"〈〉 　]', '', 'g'), '^.*?关于印发|的通知$|^中华人民共和国', '', 'g') AS bare
    FROM documents
)
SELECT
    c.citation_id, c.document_id, d.title AS document, c.relation, c.title, c.number,
    (
        SELECT k.document_id FROM known AS k
        WHERE k.document_id <> c.document_id
        AND (
            k.document_number = c.number
            OR k.title = c.title
            OR k.bare = regexp_replace(regexp_replace(c.title, '[《》“”"〈〉 　]', '', 'g'), '^中华人民共和国', '')
        )
        ORDER BY (k.document_number = c.number) DESC NULLS LAST, (k.title = c.title) DESC NULLS LAST, k.document_id
        LIMIT 1
    ) AS cited_document_id,
    p.text AS paragraph, c.paragraph_id, c.start_char, c.end_char
FROM citations AS c
JOIN documents AS d USING (document_id)
JOIN paragraphs AS p USING (paragraph_id);
