package io.tenderhub.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.tenderhub.failure.FieldProblem;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.tender.Contact;
import io.tenderhub.tender.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CompanyProfileBuilderTest {
    @Test
    void namesEveryProblemByThePathOfItsField() {
        CompanyProfileBuilder builder = CompanyProfile.builder()
                .name(" ")
                .services(List.of("paving", " "))
                .cidb("GB", 5, false)
                .cidb("XX", 12, false)
                .bbbeeLevel(9)
                .yearsOfExperience(151)
                .staff(-1)
                .largestContract(BigDecimal.ZERO, "rand")
                .contact(new Contact(Optional.empty(), Optional.of("nobody"), Optional.empty()));

        assertThatThrownBy(builder::build)
                .hasMessageContaining("cidb[1].grade: must be 1 to 9, not 12")
                .hasMessageContaining("bbbeeLevel: must be 1 to 8, not 9")
                .asInstanceOf(type(InvalidInputException.class))
                .satisfies(failure -> assertThat(failure.problems())
                        .extracting(FieldProblem::path)
                        .containsExactly(
                                "name",
                                "services[1]",
                                "cidb[1].class",
                                "cidb[1].grade",
                                "bbbeeLevel",
                                "yearsOfExperience",
                                "largestContract.amount",
                                "largestContract.currency",
                                "staff",
                                "contact.email"));
    }

    @Test
    void acceptsTheLimitsOfEveryRange() {
        assertThat(named().bbbeeLevel(1).yearsOfExperience(0).staff(0).problems())
                .isEmpty();
        assertThat(named().bbbeeLevel(8)
                        .yearsOfExperience(150)
                        .cidb("gb", 9, true)
                        .problems())
                .isEmpty();
    }

    @Test
    void aClassIsHeldInOneGrade() {
        assertThat(named().cidb("GB", 4, false).cidb("GB", 5, false).problems())
                .extracting(FieldProblem::path)
                .containsExactly("cidb[1].class");
    }

    @Test
    void aStatedSizeMustNotBeBelowTheTurnover() {
        CompanyProfileBuilder twelveMillion = named().annualTurnover(Money.rand(12_000_000));

        assertThat(twelveMillion.enterpriseSize(EnterpriseSize.EME).problems())
                .containsExactly(new FieldProblem(
                        "enterpriseSize",
                        "EME goes up to a turnover of R10,000,000, and annualTurnover is R12,000,000"));
        assertThat(twelveMillion.enterpriseSize(EnterpriseSize.QSE).problems()).isEmpty();
        assertThat(twelveMillion.enterpriseSize(EnterpriseSize.GENERIC).problems())
                .isEmpty();
    }

    @Test
    void theSizeFollowsFromTheTurnoverWhereItIsNotStated() {
        assertThat(sizeAt(10_000_000, "cleaning")).contains(EnterpriseSize.EME);
        assertThat(sizeAt(10_000_001, "cleaning")).contains(EnterpriseSize.QSE);
        assertThat(sizeAt(50_000_000, "construction")).contains(EnterpriseSize.QSE);
        assertThat(sizeAt(50_000_001, "construction")).contains(EnterpriseSize.GENERIC);
        assertThat(named().annualTurnover(new Money(BigDecimal.TEN, "EUR"))
                        .build()
                        .enterpriseSize())
                .isEmpty();
        assertThat(named().build().enterpriseSize()).isEmpty();
    }

    @Test
    void professionalsOfTheBuiltEnvironmentHaveLowerLimits() {
        assertThat(sizeAt(6_000_000, "quantity surveying")).contains(EnterpriseSize.EME);
        assertThat(sizeAt(6_000_001, "quantity surveying")).contains(EnterpriseSize.QSE);
        assertThat(sizeAt(25_000_001, "Architects")).contains(EnterpriseSize.GENERIC);
    }

    @Test
    void textsAreTrimmedAndUnknownRegionsAreKept() {
        CompanyProfile profile = named().provinces(List.of(" Gauteng", "Acholi ", "Gauteng"))
                .registrations(List.of(" psira "))
                .build();

        assertThat(profile.coverage().provinces()).containsExactlyInAnyOrder("Gauteng", "Acholi");
        assertThat(profile.registrations()).containsExactly("PSIRA");
        assertThat(profile.name()).isEqualTo("Acme");
    }

    private static Optional<EnterpriseSize> sizeAt(long turnover, String sector) {
        return named().sectors(List.of(sector))
                .annualTurnover(Money.rand(turnover))
                .build()
                .enterpriseSize();
    }

    private static CompanyProfileBuilder named() {
        return CompanyProfile.builder().name(" Acme ");
    }
}
