package io.tenderhub.company;

import io.tenderhub.cidb.CidbClass;
import io.tenderhub.cidb.CidbGrade;
import io.tenderhub.cidb.CidbGrading;
import io.tenderhub.failure.FieldProblem;
import io.tenderhub.failure.InvalidInputException;
import io.tenderhub.tender.Contact;
import io.tenderhub.tender.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Builds a valid {@link CompanyProfile}. Values are taken as they are given and judged together at the end, so that a
 * person learns of every problem at once. Texts are trimmed. What is not set is absent.
 */
public final class CompanyProfileBuilder {
    @Nullable
    String name;

    List<String> sectors = List.of();
    List<String> services = List.of();
    List<String> keywords = List.of();
    final List<RawGrading> cidb = new ArrayList<>();

    @Nullable
    Integer bbbeeLevel;

    @Nullable
    EnterpriseSize enterpriseSize;

    private boolean csdRegistered;
    private boolean taxCompliant;
    private boolean coidaLetter;
    List<String> registrations = List.of();
    private boolean national;
    List<String> provinces = List.of();

    @Nullable
    Integer yearsOfExperience;

    @Nullable
    RawMoney largestContract;

    @Nullable
    RawMoney annualTurnover;

    @Nullable
    Integer staff;

    @Nullable
    Contact contact;

    /** A grading before it is judged. */
    record RawGrading(String cidbClass, int grade, boolean potentiallyEmerging) {}

    /** An amount before it is judged. */
    record RawMoney(BigDecimal amount, String currency) {}

    CompanyProfileBuilder() {}

    public CompanyProfileBuilder name(@Nullable String value) {
        this.name = value == null ? null : value.strip();
        return this;
    }

    public CompanyProfileBuilder sectors(Collection<String> value) {
        this.sectors = stripped(value);
        return this;
    }

    public CompanyProfileBuilder services(Collection<String> value) {
        this.services = stripped(value);
        return this;
    }

    public CompanyProfileBuilder keywords(Collection<String> value) {
        this.keywords = stripped(value);
        return this;
    }

    /** Replaces the gradings. */
    public CompanyProfileBuilder cidb(Collection<CidbGrading> value) {
        cidb.clear();
        value.forEach(grading ->
                cidb(grading.grade().cidbClass().name(), grading.grade().grade(), grading.potentiallyEmerging()));
        return this;
    }

    /** Adds a grading, such as {@code GB}, 5, false. */
    public CompanyProfileBuilder cidb(String cidbClass, int grade, boolean potentiallyEmerging) {
        cidb.add(new RawGrading(cidbClass.strip().toUpperCase(Locale.ROOT), grade, potentiallyEmerging));
        return this;
    }

    /** 1–8; null for none. */
    public CompanyProfileBuilder bbbeeLevel(@Nullable Integer value) {
        this.bbbeeLevel = value;
        return this;
    }

    /** Where null, it follows from a turnover in rand. */
    public CompanyProfileBuilder enterpriseSize(@Nullable EnterpriseSize value) {
        this.enterpriseSize = value;
        return this;
    }

    public CompanyProfileBuilder csdRegistered(boolean value) {
        this.csdRegistered = value;
        return this;
    }

    public CompanyProfileBuilder taxCompliant(boolean value) {
        this.taxCompliant = value;
        return this;
    }

    public CompanyProfileBuilder coidaLetter(boolean value) {
        this.coidaLetter = value;
        return this;
    }

    /** Kept in capitals. */
    public CompanyProfileBuilder registrations(Collection<String> value) {
        this.registrations = stripped(value).stream()
                .map(text -> text.toUpperCase(Locale.ROOT))
                .toList();
        return this;
    }

    public CompanyProfileBuilder coverage(Coverage value) {
        return national(value.national()).provinces(value.provinces());
    }

    public CompanyProfileBuilder national(boolean value) {
        this.national = value;
        return this;
    }

    public CompanyProfileBuilder provinces(Collection<String> value) {
        this.provinces = stripped(value);
        return this;
    }

    public CompanyProfileBuilder yearsOfExperience(@Nullable Integer value) {
        this.yearsOfExperience = value;
        return this;
    }

    public CompanyProfileBuilder largestContract(@Nullable Money value) {
        this.largestContract = raw(value);
        return this;
    }

    public CompanyProfileBuilder largestContract(BigDecimal amount, String currency) {
        this.largestContract = new RawMoney(amount, currency);
        return this;
    }

    public CompanyProfileBuilder annualTurnover(@Nullable Money value) {
        this.annualTurnover = raw(value);
        return this;
    }

    public CompanyProfileBuilder annualTurnover(BigDecimal amount, String currency) {
        this.annualTurnover = new RawMoney(amount, currency);
        return this;
    }

    public CompanyProfileBuilder staff(@Nullable Integer value) {
        this.staff = value;
        return this;
    }

    public CompanyProfileBuilder contact(@Nullable Contact value) {
        this.contact = value;
        return this;
    }

    /** What is wrong with the values so far; empty if {@link #build()} would succeed. */
    public List<FieldProblem> problems() {
        return ProfileRules.problems(this);
    }

    /**
     * @throws InvalidInputException naming every problem by the path of its field
     */
    public CompanyProfile build() {
        List<FieldProblem> problems = problems();
        if (!problems.isEmpty()) {
            throw new InvalidInputException("profile", problems);
        }
        Optional<Money> turnover = Optional.ofNullable(annualTurnover).map(CompanyProfileBuilder::money);
        return new CompanyProfile(
                name == null ? "" : name,
                sectors,
                services,
                keywords,
                cidb.stream()
                        .map(raw -> new CidbGrading(
                                new CidbGrade(CidbClass.valueOf(raw.cidbClass()), raw.grade()),
                                raw.potentiallyEmerging()))
                        .toList(),
                Optional.ofNullable(bbbeeLevel),
                Optional.ofNullable(enterpriseSize).or(() -> turnover.flatMap(this::sizeOf)),
                csdRegistered,
                taxCompliant,
                coidaLetter,
                Set.copyOf(registrations),
                new Coverage(national, Set.copyOf(provinces)),
                Optional.ofNullable(yearsOfExperience),
                Optional.ofNullable(largestContract).map(CompanyProfileBuilder::money),
                turnover,
                Optional.ofNullable(staff),
                Optional.ofNullable(contact));
    }

    /** Empty unless the turnover is in rand, for which alone the sizes are defined. */
    private Optional<EnterpriseSize> sizeOf(Money turnover) {
        return turnover.currency().equals("ZAR")
                ? Optional.of(ProfileRules.sizesFor(this).of(turnover.amount()))
                : Optional.empty();
    }

    private static @Nullable RawMoney raw(@Nullable Money value) {
        return value == null ? null : new RawMoney(value.amount(), value.currency());
    }

    private static Money money(RawMoney raw) {
        return new Money(raw.amount(), raw.currency());
    }

    private static List<String> stripped(Collection<String> texts) {
        return List.copyOf(new LinkedHashSet<>(texts.stream().map(String::strip).toList()));
    }
}
