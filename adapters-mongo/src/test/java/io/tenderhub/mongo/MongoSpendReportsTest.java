package io.tenderhub.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Updates;
import io.tenderhub.analytics.SpendDimension;
import io.tenderhub.analytics.SpendReport;
import io.tenderhub.analytics.SpendReports;
import io.tenderhub.contract.SpendReportsContract;
import io.tenderhub.naming.NamePrefix;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MongoSpendReportsTest {

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

    abstract static class OverMongo extends SpendReportsContract {
        private final TestMongo mongo = new TestMongo();
        private final NamePrefix prefix;
        private final SpendReports reports;

        OverMongo(NamePrefix prefix) {
            this.prefix = prefix;
            this.reports = mongo.adapter(prefix).spendReports();
        }

        @Override
        protected SpendReports reports() {
            return reports;
        }

        @Test
        void takesAReportThatCantBeReadForNone() {
            reports.save(new SpendReport(SpendDimension.BUYER, "ZAR", List.of(), BigDecimal.ZERO, 0, Instant.EPOCH));
            mongo.database()
                    .getCollection(prefix + "_analytics")
                    .updateOne(new Document(), Updates.set("spends", "many"));

            assertThat(reports.latest(SpendDimension.BUYER, "ZAR")).isEmpty();
        }

        @AfterEach
        void close() {
            mongo.close();
        }
    }
}
