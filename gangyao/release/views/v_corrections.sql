-- Corrections with the printed line, the published words around the change, and why it may be believed.
SELECT
    c.correction_id, c.document_id, c.before, c.after, c.category, c.evidence, c.rule, c.reason, c.source,
    l.line, l.source_file,
    substr(l.text, greatest(c.raw_start - l.raw_start - 9, 1), least(c.raw_start - l.raw_start, 10))
        || '【' || c.before || '】' || substr(l.text, c.raw_end - l.raw_start + 1, 10) AS printed,
    substr(p.text, greatest(c.start_char - 9, 1), least(c.start_char, 10))
        || '【' || substr(p.text, c.start_char + 1, c.end_char - c.start_char) || '】'
        || substr(p.text, c.end_char + 1, 10) AS published,
    l.section_id, c.paragraph_id
FROM corrections AS c
JOIN lines AS l
    ON l.document_id = c.document_id AND c.raw_start >= l.raw_start AND c.raw_end <= l.raw_end
    AND l.reading_position IS NOT NULL
LEFT JOIN paragraphs AS p ON p.paragraph_id = c.paragraph_id
ORDER BY c.document_id, c.raw_start, c.raw_end;
