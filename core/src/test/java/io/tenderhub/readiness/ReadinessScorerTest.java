package io.tenderhub.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.company.CompanyProfile;
import io.tenderhub.company.CompanyProfileBuilder;
import io.tenderhub.requirement.PreferenceSystem;
import io.tenderhub.requirement.Requirements;
import io.tenderhub.requirement.Sector;
import io.tenderhub.tender.Briefing;
import io.tenderhub.tender.Money;
import io.tenderhub.tender.Period;
import io.tenderhub.tender.Tender;
import io.tenderhub.tender.TenderBuilder;
import io.tenderhub.tender.TenderStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadinessScorerTest {
    private static final Instant NOW = Instant.parse("2026-02-01T08:00:00Z");
    private static final BidSituation SITUATION = new BidSituation(NOW, false);

    private final Policies policies = Policies.builtIn();

    @Test
    void aFittingCompanyIsTold() {
        ReadinessScore score =
                score(builders().build(), clinic().build(), asking().cidb("5GB").build());

        assertThat(score.recommendation()).isEqualTo(Recommendation.BID);
        assertThat(score.policy()).isEqualTo("south-africa");
        assertThat(score.generatedAt()).isEqualTo(NOW);
        assertThat(score.blockers()).isEmpty();
        assertThat(line(score, "cidb").outcome()).isEqualTo(Outcome.MET);
        assertThat(line(score, "cidb").evidence()).isPresent();
        assertThat(line(score, "sector").points()).isEqualTo(25);
        assertThat(line(score, "preference").reason()).contains("18 of 20", "9 of 10", "assumed");
        assertThat(score.checklist())
                .extracting(ChecklistLine::criterion)
                .containsExactly("sector", "cidb", "experience", "coverage", "preference", "compliance", "time");
    }

    @Test
    void theStandardPolicyHasFourCriteriaOfTwentyFive() {
        ReadinessScore score = score(builders().build(), foreign().build(), Requirements.NONE_STATED);

        assertThat(score.policy()).isEqualTo("standard");
        assertThat(score.checklist())
                .extracting(ChecklistLine::criterion)
                .containsExactly("sector", "experience", "certification", "coverage");
        assertThat(score.checklist()).extracting(ChecklistLine::weight).containsOnly(25);
    }

    @Test
    void southAfricanTendersAreKnownByOcidCurrencyOrLanguage() {
        PolicyChoice choice = policies.defaultChoice();

        assertThat(choice.forTender(tender("ocds-9t57fa-1").build()).name()).isEqualTo("south-africa");
        assertThat(choice.forTender(tender("etenders-12").build()).name()).isEqualTo("south-africa");
        assertThat(choice.forTender(tender("x").value(Money.rand(5)).build()).name())
                .isEqualTo("south-africa");
        assertThat(choice.forTender(tender("x").language("en-ZA").build()).name())
                .isEqualTo("south-africa");
        assertThat(choice.forTender(tender("x").language("en-GB").build()).name())
                .isEqualTo("standard");
    }

    @Test
    void aClosedTenderIsBlocked() {
        Tender past = clinic().tenderPeriod(closing(NOW)).build();
        Tender cancelled = clinic().status(new TenderStatus("cancelled")).build();

        assertThat(codes(score(builders().build(), past, Requirements.NONE_STATED)
                        .blockers()))
                .containsExactly("closed");
        ReadinessScore score = score(builders().csdRegistered(false).build(), cancelled, Requirements.NONE_STATED);
        assertThat(codes(score.blockers())).containsExactly("closed");
        assertThat(score.recommendation()).isEqualTo(Recommendation.DO_NOT_BID);
        assertThat(score.fixable()).as("nothing can be mended any more").isEmpty();
    }

    @Test
    void aMissedCompulsoryBriefingBlocksUnlessItWasAttended() {
        Tender past = clinic().briefing(briefing(true, NOW.minusSeconds(1))).build();
        Tender ahead = clinic().briefing(briefing(true, NOW.plusSeconds(60))).build();
        Tender optional =
                clinic().briefing(briefing(false, NOW.minusSeconds(1))).build();

        assertThat(codes(score(builders().build(), past, Requirements.NONE_STATED)
                        .blockers()))
                .containsExactly("briefing-missed");
        assertThat(scorer(builders().build())
                        .score(past, Requirements.NONE_STATED, new BidSituation(NOW, true))
                        .blockers())
                .isEmpty();
        ReadinessScore mayAttend = score(builders().build(), ahead, Requirements.NONE_STATED);
        assertThat(mayAttend.blockers()).isEmpty();
        assertThat(codes(mayAttend.fixable())).containsExactly("attend-briefing");
        assertThat(score(builders().build(), optional, Requirements.NONE_STATED).blockers())
                .isEmpty();
    }

    @Test
    void aClassThatIsNotHeldBlocks() {
        ReadinessScore score =
                score(builders().build(), clinic().build(), asking().cidb("2EP").build());

        assertThat(codes(score.blockers())).containsExactly("cidb-class-not-held");
        assertThat(score.recommendation()).isEqualTo(Recommendation.DO_NOT_BID);
        assertThat(line(score, "cidb").points()).isZero();
    }

    @Test
    void aGradeOutOfReachBlocks() {
        ReadinessScore score =
                score(builders().build(), clinic().build(), asking().cidb("8GB").build());

        assertThat(codes(score.blockers())).containsExactly("cidb-grade-too-low");
        assertThat(line(score, "cidb").outcome()).isEqualTo(Outcome.NOT_MET);
    }

    @Test
    void aGradeThatAJointVentureReachesNeedsPartnersOfNamedGrades() {
        ReadinessScore score =
                score(builders().build(), clinic().build(), asking().cidb("6GB").build());

        assertThat(score.recommendation()).isEqualTo(Recommendation.BID_WITH_PARTNER);
        assertThat(score.recommendationReason())
                .contains("one partner of at least 5GB")
                .contains("2 partners of at least 4GB each");
        assertThat(score.blockers()).isEmpty();
        assertThat(codes(score.fixable())).containsExactly("cidb-partner");
        assertThat(line(score, "cidb").outcome()).isEqualTo(Outcome.PARTLY);
    }

    @Test
    void aPartnerIsAdvisedEvenWhenPapersAreMissing() {
        CompanyProfile profile = builders().csdRegistered(false).build();

        ReadinessScore score =
                score(profile, clinic().build(), asking().cidb("6GB").build());

        assertThat(score.recommendation()).isEqualTo(Recommendation.BID_WITH_PARTNER);
        assertThat(codes(score.fixable())).containsExactly("csd-missing", "cidb-partner");
    }

    @Test
    void anyOneOfSeveralGradingsIsEnough() {
        ReadinessScore score = score(
                builders().build(),
                clinic().build(),
                asking().cidb("8EP").cidb("5GB").build());

        assertThat(line(score, "cidb").outcome()).isEqualTo(Outcome.MET);
    }

    @Test
    void aPotentiallyEmergingContractorOneGradeShortIsConditionalNeverMet() {
        CompanyProfile emerging = withGrading(5, true);

        ReadinessScore silent =
                score(emerging, clinic().build(), asking().cidb("6GB").build());
        ReadinessScore admitted =
                score(emerging, clinic().build(), asking().cidbOrEmerging("6GB").build());

        assertThat(line(silent, "cidb").outcome()).isEqualTo(Outcome.PARTLY);
        assertThat(silent.recommendation()).isEqualTo(Recommendation.PREPARE_FIRST);
        assertThat(codes(silent.fixable())).containsExactly("cidb-conditional");
        assertThat(line(admitted, "cidb").outcome()).isEqualTo(Outcome.PARTLY);
        assertThat(admitted.recommendation()).isEqualTo(Recommendation.BID);
        assertThat(score(emerging, clinic().build(), asking().cidb("7GB").build())
                        .recommendation())
                .as("two grades short")
                .isEqualTo(Recommendation.BID_WITH_PARTNER);
    }

    @Test
    void gradesCompareAsNumbers() {
        ReadinessScore score = score(
                withGrading(9, false), clinic().build(), asking().cidb("8GB").build());

        assertThat(line(score, "cidb").outcome()).isEqualTo(Outcome.MET);
    }

    @Test
    void levelAndProvinceNeverDisqualifyByThemselves() {
        CompanyProfile elsewhere =
                builders().bbbeeLevel(null).provinces(List.of("Limpopo")).build();

        ReadinessScore score = score(
                elsewhere,
                clinic().build(),
                asking().bbbeeLevel(2, "B-BBEE level 2").local("local office").build());

        assertThat(score.blockers()).isEmpty();
        assertThat(score.recommendation()).isNotEqualTo(Recommendation.DO_NOT_BID);
        assertThat(line(score, "coverage").outcome()).isEqualTo(Outcome.NOT_MET);
        assertThat(line(score, "preference").outcome()).isEqualTo(Outcome.NOT_MET);
    }

    @Test
    void levelAndPlaceDisqualifyWhereTheTenderSaysSo() {
        CompanyProfile elsewhere =
                builders().bbbeeLevel(4).provinces(List.of("Limpopo")).build();

        ReadinessScore score = score(
                elsewhere,
                clinic().build(),
                asking().bbbeeLevel(2, "only B-BBEE level 1 and 2")
                        .local("bidders must be based in Gauteng")
                        .build());

        assertThat(codes(score.blockers())).containsExactly("bbbee-level-too-low", "local-presence-missing");
    }

    @Test
    void missingPapersAreToBeMendedFirst() {
        CompanyProfile profile = builders()
                .csdRegistered(false)
                .taxCompliant(false)
                .coidaLetter(false)
                .build();

        ReadinessScore score = score(
                profile,
                clinic().build(),
                asking().registration("COIDA").registration("NHBRC").build());

        assertThat(codes(score.fixable()))
                .containsExactly("coida-missing", "nhbrc-missing", "csd-missing", "tax-missing");
        assertThat(score.fixable().get(1).message()).contains("21 days", "only 20 days are left");
        assertThat(score.recommendation()).isEqualTo(Recommendation.PREPARE_FIRST);
        assertThat(line(score, "compliance").points()).isZero();
    }

    @Test
    void aCleaningCompanyFitsCleaningAndNotCivilWorks() {
        CompanyProfile cleaners = CompanyProfile.builder()
                .name("Shine")
                .services(List.of("cleaners"))
                .csdRegistered(true)
                .taxCompliant(true)
                .national(true)
                .build();

        Tender cleaning =
                tender("ocds-9t57fa-1").title("Provision of cleaning services").build();
        Tender civil = tender("ocds-9t57fa-2").title("Civil works at the depot").build();

        assertThat(line(score(cleaners, cleaning, Requirements.NONE_STATED), "sector")
                        .outcome())
                .isEqualTo(Outcome.MET);
        ReadinessScore other =
                score(cleaners, civil, asking().sector(Sector.CIVIL_ENGINEERING).build());
        assertThat(line(other, "sector").outcome()).isEqualTo(Outcome.NOT_MET);
        assertThat(line(other, "sector").points()).isZero();
        assertThat(other.recommendation()).isEqualTo(Recommendation.DO_NOT_BID);
    }

    @Test
    void aTenderThatShowsNothingOfItsWorkIsToBeReadFirst() {
        ReadinessScore score =
                score(builders().build(), clinic().title("RFQ 12/2026").build(), Requirements.NONE_STATED);

        assertThat(line(score, "sector").outcome()).isEqualTo(Outcome.NOT_STATED);
        assertThat(score.recommendation()).isEqualTo(Recommendation.PREPARE_FIRST);
    }

    @Test
    void relatedWorksArePartlyTheCompanysWork() {
        Tender pipes = clinic().title("Replacement of pipes").build();

        ReadinessScore score = score(
                builders().build(),
                pipes,
                asking().sector(Sector.WATER_AND_SANITATION).build());

        assertThat(line(score, "sector").outcome()).isEqualTo(Outcome.PARTLY);
    }

    @Test
    void experienceCountsYearsAndSize() {
        Tender large = clinic().value(Money.rand(40_000_000)).build();

        ChecklistLine line =
                line(score(builders().build(), large, asking().years(16).build()), "experience");

        // 8 of 16 years: half of 60 %; R5 million of R20 million: a quarter of 40 %.
        assertThat(line.points()).isEqualTo(6.0);
        assertThat(line.reason()).contains("16 years", "8 years", "R40,000,000", "R5,000,000");
    }

    @Test
    void preferencePointsFollowTheStatedSystemOrTheValue() {
        Tender small = clinic().value(Money.rand(9_000_000)).build();
        Tender large = clinic().value(Money.rand(90_000_000)).build();
        CompanyProfile levelThree = builders().bbbeeLevel(3).build();

        assertThat(line(score(levelThree, small, Requirements.NONE_STATED), "preference")
                        .points())
                .isEqualTo(7);
        assertThat(line(score(levelThree, large, Requirements.NONE_STATED), "preference")
                        .points())
                .isEqualTo(6);
        assertThat(line(
                                score(
                                        levelThree,
                                        clinic().build(),
                                        asking().system(PreferenceSystem.NINETY_TEN)
                                                .build()),
                                "preference")
                        .points())
                .isEqualTo(6);
        assertThat(line(score(levelThree, clinic().build(), Requirements.NONE_STATED), "preference")
                        .reason())
                .contains("14 of 20 points under 80/20", "6 of 10 under 90/10");
    }

    @Test
    void workAllOverTheCountryIsPartlyCoveredByAProvince() {
        Tender everywhere = clinic().province("National").build();

        assertThat(line(score(builders().build(), everywhere, Requirements.NONE_STATED), "coverage")
                        .points())
                .isEqualTo(5);
        assertThat(line(score(builders().national(true).build(), everywhere, Requirements.NONE_STATED), "coverage")
                        .points())
                .isEqualTo(10);
    }

    @Test
    void provincesAreKnownInTheirUsualSpellings() {
        CompanyProfile profile = builders().provinces(List.of("KZN")).build();

        assertThat(line(
                                score(
                                        profile,
                                        clinic().province("KwaZulu-Natal").build(),
                                        Requirements.NONE_STATED),
                                "coverage")
                        .outcome())
                .isEqualTo(Outcome.MET);
        assertThat(line(
                                score(
                                        profile,
                                        clinic().province(null)
                                                .deliveryLocation("12 Main Road, Pretoria, Gauteng")
                                                .build(),
                                        Requirements.NONE_STATED),
                                "coverage")
                        .outcome())
                .isEqualTo(Outcome.NOT_MET);
    }

    @Test
    void fewDaysLeftGiveFewerPoints() {
        Tender sevenDays =
                clinic().tenderPeriod(closing(NOW.plus(Duration.ofDays(7)))).build();

        assertThat(line(score(builders().build(), sevenDays, Requirements.NONE_STATED), "time")
                        .points())
                .isEqualTo(5);
    }

    private ReadinessScore score(CompanyProfile profile, Tender tender, Requirements requirements) {
        return scorer(profile).score(tender, requirements, SITUATION);
    }

    private ReadinessScorer scorer(CompanyProfile profile) {
        return new ReadinessScorer(profile, policies.defaultChoice());
    }

    private static CompanyProfileBuilder builders() {
        return CompanyProfile.builder()
                .name("Builders")
                .sectors(List.of("construction"))
                .services(List.of("clinics"))
                .cidb("GB", 5, false)
                .bbbeeLevel(2)
                .csdRegistered(true)
                .taxCompliant(true)
                .coidaLetter(true)
                .provinces(List.of("Gauteng"))
                .yearsOfExperience(8)
                .largestContract(Money.rand(5_000_000));
    }

    private static CompanyProfile withGrading(int grade, boolean potentiallyEmerging) {
        return CompanyProfile.builder()
                .name("Builders")
                .services(List.of("clinics"))
                .cidb("GB", grade, potentiallyEmerging)
                .bbbeeLevel(1)
                .csdRegistered(true)
                .taxCompliant(true)
                .national(true)
                .build();
    }

    private static TenderBuilder clinic() {
        return tender("ocds-9t57fa-1")
                .title("Construction of a clinic")
                .province("Gauteng")
                .tenderPeriod(closing(NOW.plus(Duration.ofDays(20))));
    }

    private static TenderBuilder foreign() {
        return tender("ocds-b5fd17-1").title("Clinics");
    }

    private static TenderBuilder tender(String ocid) {
        return Tender.builder(ocid, NOW.minus(Duration.ofDays(10)));
    }

    private static Period closing(Instant end) {
        return new Period(Optional.empty(), Optional.of(end));
    }

    private static Briefing briefing(boolean compulsory, Instant date) {
        return new Briefing(compulsory, Optional.of(date), Optional.empty());
    }

    private static Asking asking() {
        return new Asking();
    }

    private static ChecklistLine line(ReadinessScore score, String criterion) {
        return score.checklist().stream()
                .filter(line -> line.criterion().equals(criterion))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> codes(List<Note> notes) {
        return notes.stream().map(Note::code).toList();
    }
}
