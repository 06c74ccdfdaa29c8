-- The words that stand in tenders, in lower case and without accents, each with its sequences of three letters: which words are spelt
-- alike is found by an index that every server has, without pg_trgm. Derived from the tenders by the program, word by word; empty until
-- tenders are handled again, as `rebuild` does. Words stay when their tenders go: whoever asks looks whether one is found by them.
CREATE TABLE ${prefix}_words (
    word     text COLLATE "C" NOT NULL,
    trigrams text[] COLLATE "C" NOT NULL,
    CONSTRAINT ${prefix}_words_pkey PRIMARY KEY (word)
);
CREATE INDEX ${prefix}_words_trigrams ON ${prefix}_words USING gin (trigrams);
