-- Names of projects as they are printed: 夹岩大型灌区, 贵阳弗迪电池二期, 750千伏输变电工程; whether or not a name of the release covers them. What a list shares is written out: 铜仁至吉首、黄桶至百色等铁路.
SELECT
    w.name AS item,
    regexp_extract(substr(p.text, 1, w.start_char), '[^。；，！？]*$') || regexp_extract(substr(p.text, w.start_char + 1), '^[^。；，！？]*') AS clause,
    w.document_id, w.section_id, w.paragraph_id, w.start_char, w.end_char
FROM projects AS w
JOIN paragraphs AS p USING (paragraph_id);
