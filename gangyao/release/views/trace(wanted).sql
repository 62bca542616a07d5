-- trace('ID'): the printed lines of the paragraph in which a row stands, and the corrections made in them.
SELECT
    r.kind, r.row_id, r.text, l.reading_position, l.source_file, l.line, l.text AS printed,
    list({
        'correction_id': c.correction_id, 'before': c.before, 'after': c.after,
        'evidence': c.evidence, 'reason': c.reason, 'source': c.source
    } ORDER BY c.raw_start) FILTER (c.correction_id IS NOT NULL) AS corrections
FROM v_trace AS r
JOIN lines AS l ON l.paragraph_id = r.paragraph_id
LEFT JOIN corrections AS c
    ON c.document_id = l.document_id AND c.raw_start >= l.raw_start AND c.raw_end <= l.raw_end
WHERE r.row_id = wanted
GROUP BY ALL
ORDER BY l.reading_position;
