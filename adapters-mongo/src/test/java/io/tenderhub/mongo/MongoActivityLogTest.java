package io.tenderhub.mongo;

import io.tenderhub.activity.ActivityLog;
import io.tenderhub.contract.ActivityLogContract;
import io.tenderhub.naming.NamePrefix;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

class MongoActivityLogTest {

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

    abstract static class OverMongo extends ActivityLogContract {
        private final TestMongo mongo = new TestMongo();
        private final ActivityLog log;

        OverMongo(NamePrefix prefix) {
            log = mongo.adapter(prefix).activityLog();
        }

        @Override
        protected ActivityLog log() {
            return log;
        }

        @AfterEach
        void close() {
            mongo.close();
        }
    }
}
