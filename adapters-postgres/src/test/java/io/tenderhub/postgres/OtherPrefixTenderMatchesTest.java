package io.tenderhub.postgres;

import io.tenderhub.naming.NamePrefix;

class OtherPrefixTenderMatchesTest extends PostgresTenderMatchesTest {
    @Override
    NamePrefix prefix() {
        return new NamePrefix("hub_2_of_this_server");
    }
}
