package io.tenderhub.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tenderhub.cidb.CidbClass;
import io.tenderhub.cidb.CidbGrade;
import io.tenderhub.cidb.CidbGrading;
import io.tenderhub.company.CompanyProfile;
import io.tenderhub.company.EnterpriseSize;
import io.tenderhub.failure.FieldProblem;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.tender.Contact;
import io.tenderhub.tender.Money;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileJsonTest {
    private static final Path EXAMPLE = Path.of("..", "docs", "examples", "profile.json");

    @Test
    void readsTheExample() throws IOException {
        try (InputStream in = Files.newInputStream(EXAMPLE)) {
            CompanyProfile profile = ProfileJson.read("profile", in);

            assertThat(profile.cidb())
                    .containsExactly(
                            new CidbGrading(new CidbGrade(CidbClass.GB, 5), true),
                            new CidbGrading(new CidbGrade(CidbClass.CE, 4), false));
            assertThat(profile.annualTurnover()).contains(Money.rand(21_000_000));
            assertThat(profile.coverage().provinces()).contains("KwaZulu-Natal");
            assertThat(read(ProfileJson.write(profile))).isEqualTo(profile);
        }
    }

    @Test
    void whatIsWrittenIsReadBackTheSame() {
        CompanyProfile full = CompanyProfile.builder()
                .name("Thandi's \"Builders\" – ñ")
                .sectors(List.of("construction"))
                .services(List.of("clinics"))
                .keywords(List.of("paving"))
                .cidb("CE", 9, true)
                .bbbeeLevel(8)
                .enterpriseSize(EnterpriseSize.GENERIC)
                .csdRegistered(true)
                .taxCompliant(true)
                .coidaLetter(true)
                .registrations(Set.of("PSIRA", "NHBRC"))
                .national(true)
                .provinces(Set.of("Gauteng", "Limpopo"))
                .yearsOfExperience(0)
                .largestContract(new Money(new BigDecimal("4500000.50"), "EUR"))
                .annualTurnover(Money.rand(21_000_000))
                .staff(34)
                .contact(new Contact(Optional.of("Office"), Optional.of("office@example.org"), Optional.of("000")))
                .build();
        CompanyProfile least = CompanyProfile.builder().name("A").build();

        assertThat(read(ProfileJson.write(full))).isEqualTo(full);
        assertThat(read(ProfileJson.write(least))).isEqualTo(least);
    }

    @Test
    void gradingsAndMoneyHaveShortForms() {
        CompanyProfile profile = read("{\"name\":\"A\",\"cidb\":[\"5GB PE\",\"4 ce\"],\"largestContract\":2500000.50}");

        assertThat(profile.cidb())
                .containsExactly(
                        new CidbGrading(new CidbGrade(CidbClass.GB, 5), true),
                        new CidbGrading(new CidbGrade(CidbClass.CE, 4), false));
        assertThat(profile.largestContract()).contains(new Money(new BigDecimal("2500000.50"), "ZAR"));
    }

    @Test
    void namesEveryProblemAtOnce() {
        InvalidInputException failure = failure("""
                {"cidb":[{"class":"GB","grade":5},{"class":"CE","grade":12},{"grade":"x","level":1},"gb",7],
                 "sectors":["a",3],"services":"cleaning","bbbeeLevel":2.5,"enterpriseSize":"small","colour":"red",
                 "csdRegistered":"yes","staff":99999999999,"largestContract":{"currency":"ZAR"},
                 "annualTurnover":"much","contact":{"email":"nobody","fax":"1"}}""");

        assertThat(failure.problems())
                .extracting(FieldProblem::path)
                .containsExactlyInAnyOrder(
                        "name",
                        "cidb[1].grade",
                        "cidb[2].class",
                        "cidb[2].grade",
                        "cidb[2].level",
                        "cidb[3]",
                        "cidb[4]",
                        "sectors[1]",
                        "services",
                        "bbbeeLevel",
                        "enterpriseSize",
                        "colour",
                        "csdRegistered",
                        "staff",
                        "largestContract.amount",
                        "annualTurnover",
                        "contact.email",
                        "contact.fax");
        assertThat(failure.getMessage())
                .startsWith("profile acme.json: ")
                .contains("cidb[1].grade: must be 1 to 9, not 12")
                .contains("services: must be a list, not text")
                .doesNotContain("\n");
    }

    @Test
    void brokenJsonIsNamedByItsLine() {
        assertThat(failure("{\n  \"name\": \"A\",\n  oops\n}").getMessage())
                .startsWith("profile acme.json: line 3, column ")
                .doesNotContain("\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "[]",
                "3",
                "null",
                "{",
                "{\"name\":\"A\"} {}",
                "{\"name\":\"A\",\"name\":\"B\"}",
                "\u0000\u0001\u0002",
                "{\"name\":\"A\",\"largestContract\":1e1000000000}",
                "{\"name\":\"A\",\"annualTurnover\":1e-1000000000}",
                "{\"name\":\"A\",\"annualTurnover\":-1e1000000000,\"enterpriseSize\":\"EME\"}"
            })
    void whatIsNoProfileIsRefusedInOneLine(String text) {
        assertThat(failure(text).getMessage().length()).isLessThan(500);
        assertThat(failure(text).getMessage()).doesNotContain("\n");
    }

    @Test
    void deepAndHugeDocumentsAreRefused() {
        assertThat(failure("[".repeat(10_000)).problems()).hasSize(1);
        assertThat(failure("{\"name\":\"" + "x".repeat(2_000_000) + "\"}").problems())
                .hasSize(1);
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        byte[] binary = new byte[1000];
        new java.util.Random(7).nextBytes(binary);

        InvalidInputException failure = catchThrowableOfType(
                InvalidInputException.class, () -> ProfileJson.read("profile", new ByteArrayInputStream(binary)));
        assertThat(failure.problems()).hasSize(1);
    }

    @Test
    void aStreamThatFailsIsNamed() {
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Is a directory");
            }
        };

        assertThat(catchThrowableOfType(InvalidInputException.class, () -> ProfileJson.read("profile x", failing)))
                .hasMessageContaining("can't be read: Is a directory");
    }

    private static CompanyProfile read(String json) {
        return ProfileJson.read("profile acme.json", new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static InvalidInputException failure(String json) {
        return catchThrowableOfType(
                InvalidInputException.class, () -> ProfileJson.read("profile acme.json", new StringReader(json)));
    }
}
