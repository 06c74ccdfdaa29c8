package io.tenderhub.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenderhub.contract.SemanticIndexContract;
import io.tenderhub.failure.ConflictException;
import io.tenderhub.naming.NamePrefix;
import io.tenderhub.semantic.EmbeddingModel;
import io.tenderhub.semantic.IndexKind;
import io.tenderhub.semantic.IndexProgress;
import io.tenderhub.semantic.WritableIndex;
import io.tenderhub.tender.TenderFilter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an index of meanings in PostgreSQL keeps to besides, where several processes share it. */
abstract class VectorIndexContract extends SemanticIndexContract {
    private static final IndexKind KIND = new IndexKind(new EmbeddingModel("test", "1", DIMENSIONS), 1);
    private static final Duration LONG = Duration.ofHours(1);

    /** Of a database that has vectors. */
    abstract DataSource dataSource();

    abstract VectorType vectors();

    private StoredMeanings opened;

    @Override
    protected WritableIndex index() {
        if (opened == null) {
            opened = opened(KIND, LONG);
            opened.clear();
        }
        return opened;
    }

    @AfterEach
    void release() {
        if (opened != null) {
            opened.close();
        }
    }

    private StoredMeanings opened(IndexKind kind, Duration lease) {
        Database database = Database.over(
                dataSource(),
                new Names(new NamePrefix("vectors")),
                Clock.systemUTC(),
                new SqlFailures(dataSource(), Optional.empty()));
        return new StoredMeanings(database, vectors(), kind, lease);
    }

    @Test
    void anotherProcessFindsWhatIsThereAndKeepsItOnlyWhenTheFirstIsClosed() {
        WritableIndex first = index();
        StoredMeanings second = opened(KIND, LONG);
        first.put(List.of(tender(1, towards(0))));

        assertThat(first.keep()).isTrue();
        assertThat(second.keep()).isFalse();
        assertThat(second.nearest(towards(0), TenderFilter.ALL, 5)).hasSize(1);
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> second.put(List.of(tender(2, towards(0)))))
                .withMessageContaining("another process keeps the index");

        opened.close();
        assertThat(second.keep()).isTrue();
        second.put(List.of(tender(2, towards(0))));
        assertThat(second.size()).isEqualTo(2);
        second.close();
    }

    @Test
    void whoLetItsLeaseRunOutChangesNothingMoreOnceAnotherKeepsIt() {
        index().put(List.of(tender(1, towards(0))));
        opened.close();
        StoredMeanings stalled = opened(KIND, Duration.ZERO);
        assertThat(stalled.keep()).isTrue();
        assertThat(index().keep()).isTrue();

        assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> stalled.remove(List.of("a")));
        assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> stalled.commit(IndexProgress.NONE));
        assertThatExceptionOfType(ConflictException.class).isThrownBy(stalled::clear);
        assertThat(index().size()).isEqualTo(1);
    }

    @Test
    void oneOfAnotherModelFindsNothingAndBeginsAnewWhenItIsKept() {
        index().put(List.of(tender(1, towards(0))));
        IndexKind wider = new IndexKind(new EmbeddingModel("test", "2", DIMENSIONS + 1), 1);
        StoredMeanings other = opened(wider, LONG);

        assertThat(other.size()).isZero();
        assertThat(other.progress()).isEqualTo(IndexProgress.NONE);
        assertThat(index().size()).isEqualTo(1);

        opened.close();
        assertThat(other.keep()).isTrue();
        assertThat(other.size()).isZero();
        assertThat(index().nearest(towards(0), TenderFilter.ALL, 5)).isEmpty();
        other.close();
    }
}
