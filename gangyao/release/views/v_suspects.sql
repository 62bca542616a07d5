-- Suspects with the words around them, the strongest doubt of each detector first.
SELECT
    s.suspect_id, s.document_id, s.text, s.suggestion, s.reason, s.detector, s.score,
    substr(p.text, greatest(s.start_char - 9, 1), least(s.start_char, 10))
        || '【' || s.text || '】' || substr(p.text, s.end_char + 1, 10) AS context,
    p.section_id, s.paragraph_id, s.raw_start, s.raw_end
FROM suspects AS s
LEFT JOIN paragraphs AS p USING (paragraph_id)
ORDER BY s.detector, s.score DESC NULLS LAST, s.suspect_id;
