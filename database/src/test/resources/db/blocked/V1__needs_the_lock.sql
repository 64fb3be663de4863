ALTER TABLE large ADD COLUMN blocked text;
