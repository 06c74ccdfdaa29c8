package io.tenderhub.mongo;

import io.tenderhub.analytics.CountReports;
import io.tenderhub.contract.CountReportsContract;
import io.tenderhub.naming.NamePrefix;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

class MongoCountReportsTest {

    @Nested
    class UnderTheDefaultPrefix extends OverMongo {
        UnderTheDefaultPrefix() {
            super(NamePrefix.DEFAULT);
        }
    }

    @Nested
    class UnderAnotherPrefix extends OverMongo {
        UnderAnotherPrefix() {
            super(new NamePrefix("hub_2"));
        }
    }

    abstract static class OverMongo extends CountReportsContract {
        private final TestMongo mongo = new TestMongo();
        private final NamePrefix prefix;
        private final CountReports reports;

        OverMongo(NamePrefix prefix) {
            this.prefix = prefix;
            this.reports = mongo.adapter(prefix).countReports();
        }

        @Override
        protected CountReports countReports() {
            return reports;
        }

        @AfterEach
        void close() {
            mongo.close();
        }
    }
}
