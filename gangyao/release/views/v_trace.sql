-- Every row that stands in a paragraph, with its kind and text: what the macro trace() looks up.
SELECT 'paragraph' AS kind, paragraph_id AS row_id, paragraph_id, text, 0 AS start_char, chars AS end_char
FROM paragraphs
UNION ALL
SELECT 'task', task_id, paragraph_id, text, start_char, end_char FROM tasks
UNION ALL
SELECT 'action', a.action_id, t.paragraph_id, a.text, a.start_char, a.end_char
FROM actions AS a JOIN tasks AS t USING (task_id)
UNION ALL
SELECT 'target', g.target_id, t.paragraph_id, g.text, g.start_char, g.end_char
FROM targets AS g JOIN tasks AS t USING (task_id)
UNION ALL
SELECT 'mention', mention_id, paragraph_id, surface, start_char, end_char FROM mentions
UNION ALL
SELECT 'correction', correction_id, paragraph_id, after, start_char, end_char
FROM corrections WHERE paragraph_id IS NOT NULL
UNION ALL
SELECT 'suspect', suspect_id, paragraph_id, text, start_char, end_char
FROM suspects WHERE paragraph_id IS NOT NULL;
