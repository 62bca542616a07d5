-- Figures that were reached, with their indicator, the paragraph that tells them and the document and its place.
SELECT
    r.result_id, r.document_id, d.title AS document, d.admin_code, d.issuers, r.indicator, i.name AS indicator_name,
    i.scope, i.measure, r.comparator, r.value, r.value_to, r.unit, r.unit_printed, r.base_value, r.base_unit,
    r.year_from, r.year_to, r.text, p.text AS paragraph, r.section_id, r.paragraph_id, r.money_part
FROM results AS r
JOIN documents AS d USING (document_id)
JOIN paragraphs AS p USING (paragraph_id)
LEFT JOIN indicators AS i USING (indicator_id);
