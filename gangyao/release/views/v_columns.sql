-- What every column of every table means: its type and its description, as in the data dictionary.
SELECT table_name, column_name, data_type, is_nullable, comment AS description
FROM duckdb_columns()
WHERE NOT internal AND comment IS NOT NULL
ORDER BY table_name, column_index;
