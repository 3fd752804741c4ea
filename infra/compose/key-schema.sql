-- Run once, when the database is new: the schema that holds the data keys of people, apart from their rows.
CREATE DATABASE IF NOT EXISTS tongxing_keys CHARACTER SET ascii COLLATE ascii_bin;
GRANT ALL PRIVILEGES ON tongxing_keys.* TO 'tongxing'@'%';
-- For `npm run drill`: scratch databases beside the one in use, and no others.
GRANT ALL PRIVILEGES ON `tongxing\_drill\_%`.* TO 'tongxing'@'%';
