package io.tenderhub.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.tenderhub.teststores.TestStores;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.postgresql.ds.PGSimpleDataSource;

/** Which tests there are hangs on what the server says: with the extension the whole contract, without it that it is refused. */
class PgvectorTest {
    private static final DataSource DATABASE = database();

    private static DataSource database() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(TestStores.shared().freshPostgresUrl());
        return source;
    }

    private static Optional<String> lacks() {
        return PostgresAdapter.builder(DATABASE).build().lacksVectors();
    }

    @TestFactory
    Stream<DynamicTest> theContractOnPgvectorItselfWhereTheServerHasIt() {
        Optional<String> lack = lacks();
        if (lack.isPresent()) {
            System.out.println("PGVECTOR ITSELF IS NOT TESTED HERE, only its stand-in: " + lack.get());
            return Stream.of(dynamicTest(
                    "pgvector is NOT here, so that nothing ran on it: the adapter says so",
                    () -> assertThat(lack.get()).contains("no extension vector (pgvector)", "administrator")));
        }
        System.out.println("PGVECTOR IS HERE: the contract of the index runs on it");
        return AnnotationSupport.findAnnotatedMethods(
                        VectorIndexContract.class, Test.class, HierarchyTraversalMode.TOP_DOWN)
                .stream()
                .map(method -> dynamicTest("pgvector: " + method.getName(), () -> runs(method)));
    }

    private static void runs(Method test) throws ReflectiveOperationException {
        OnPgvector contract = new OnPgvector();
        test.setAccessible(true);
        try {
            test.invoke(contract);
        } finally {
            contract.release();
        }
    }

    /** Run from here alone. */
    private static final class OnPgvector extends VectorIndexContract {
        @Override
        DataSource dataSource() {
            return DATABASE;
        }

        @Override
        VectorType vectors() {
            return new Pgvector();
        }
    }

    @Test
    void theServerSaysTheSameAsTheAdapter() {
        boolean available = TestServer.texts(DATABASE, "SELECT name FROM pg_available_extensions WHERE name = 'vector'")
                .contains("vector");

        assertThat(lacks().isEmpty()).isEqualTo(available);
    }
}
