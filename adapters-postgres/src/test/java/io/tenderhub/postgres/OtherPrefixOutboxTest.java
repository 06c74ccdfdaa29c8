package io.tenderhub.postgres;

import io.tenderhub.naming.NamePrefix;

class OtherPrefixOutboxTest extends PostgresOutboxTest {
    @Override
    NamePrefix prefix() {
        return new NamePrefix("hub_2_of_this_server");
    }
}
