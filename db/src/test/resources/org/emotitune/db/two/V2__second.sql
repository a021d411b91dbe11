CREATE TABLE second_table (v vector(3));
