package io.tenderhub.postgres;

import io.tenderhub.naming.NamePrefix;

class OtherPrefixVocabularyTest extends PostgresVocabularyTest {
    @Override
    NamePrefix prefix() {
        return new NamePrefix("hub_2_of_this_server");
    }
}
