package io.tenderhub.company;

import io.tenderhub.cidb.CidbClass;
import io.tenderhub.company.CompanyProfileBuilder.RawGrading;
import io.tenderhub.company.CompanyProfileBuilder.RawMoney;
import io.tenderhub.failure.FieldProblem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What makes a profile plausible. */
final class ProfileRules {
    private static final int LONGEST_NAME = 300;
    private static final int LONGEST_TEXT = 200;
    private static final BigDecimal LARGEST_AMOUNT = new BigDecimal("1e15");
    private static final int MOST_DECIMALS = 10;
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@.]+(\\.[^\\s@.]+)+");
    private static final Pattern BUILT_ENVIRONMENT = Pattern.compile(
            "quantity survey|architect|built environment|construction professional|"
                    + "(civil|structural|consulting) engineers|engineering consult|construction project manage",
            Pattern.CASE_INSENSITIVE);
    private static final String CLASSES =
            Arrays.stream(CidbClass.values()).map(Enum::name).collect(Collectors.joining(" "));
    private static final Set<String> CLASS_NAMES =
            Arrays.stream(CidbClass.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    private final List<FieldProblem> problems = new ArrayList<>();

    private ProfileRules() {}

    static List<FieldProblem> problems(CompanyProfileBuilder profile) {
        ProfileRules rules = new ProfileRules();
        rules.name(profile.name);
        rules.texts("sectors", profile.sectors);
        rules.texts("services", profile.services);
        rules.texts("keywords", profile.keywords);
        rules.cidb(profile.cidb);
        rules.between("bbbeeLevel", profile.bbbeeLevel, 1, 8);
        rules.texts("registrations", profile.registrations);
        rules.texts("provinces", profile.provinces);
        rules.between("yearsOfExperience", profile.yearsOfExperience, 0, 150);
        rules.money("largestContract", profile.largestContract);
        rules.money("annualTurnover", profile.annualTurnover);
        rules.between("staff", profile.staff, 0, 5_000_000);
        rules.email(profile);
        rules.size(profile);
        return List.copyOf(rules.problems);
    }

    /** Professionals of the built environment have limits of their own. */
    static EnterpriseSizes sizesFor(CompanyProfileBuilder profile) {
        Predicate<String> builtEnvironment = BUILT_ENVIRONMENT.asPredicate();
        return Stream.concat(profile.sectors.stream(), profile.services.stream())
                        .anyMatch(builtEnvironment)
                ? EnterpriseSizes.CONSTRUCTION_PROFESSIONALS
                : EnterpriseSizes.GENERAL;
    }

    private void name(@Nullable String name) {
        if (name == null || name.isBlank()) {
            add("name", "is missing; every company has a name");
        } else if (name.length() > LONGEST_NAME) {
            add("name", "must have at most " + LONGEST_NAME + " characters, not " + name.length());
        }
    }

    private void texts(String path, List<String> texts) {
        for (int i = 0; i < texts.size(); i++) {
            if (texts.get(i).isEmpty()) {
                add(path + "[" + i + "]", "must not be blank");
            } else if (texts.get(i).length() > LONGEST_TEXT) {
                add(path + "[" + i + "]", "must have at most " + LONGEST_TEXT + " characters");
            }
        }
    }

    private void cidb(List<RawGrading> gradings) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < gradings.size(); i++) {
            RawGrading grading = gradings.get(i);
            String path = "cidb[" + i + "]";
            if (!CLASS_NAMES.contains(grading.cidbClass())) {
                add(path + ".class", "must be one of " + CLASSES + ", not " + grading.cidbClass());
            } else if (!seen.add(grading.cidbClass())) {
                add(path + ".class", grading.cidbClass() + " is named twice; a company has one grade in a class");
            }
            between(path + ".grade", grading.grade(), 1, 9);
        }
    }

    private void between(String path, @Nullable Integer value, int lowest, int highest) {
        if (value != null && (value < lowest || value > highest)) {
            add(path, "must be " + lowest + " to " + highest + ", not " + value);
        }
    }

    private void money(String path, @Nullable RawMoney money) {
        if (money == null) {
            return;
        }
        BigDecimal amount = money.amount();
        if (amount.signum() <= 0) {
            add(path + ".amount", "must be above 0, not " + amount);
        } else if (amount.compareTo(LARGEST_AMOUNT) > 0) {
            add(path + ".amount", "must be at most 1,000,000,000,000,000, not " + amount);
        } else if (amount.scale() > MOST_DECIMALS) {
            add(path + ".amount", "must have at most " + MOST_DECIMALS + " decimals");
        }
        if (!CURRENCY.matcher(money.currency()).matches()) {
            add(path + ".currency", "must be a code of three capitals such as ZAR, not " + money.currency());
        }
    }

    private void email(CompanyProfileBuilder profile) {
        if (profile.contact != null) {
            profile.contact
                    .email()
                    .filter(email -> !EMAIL.matcher(email).matches())
                    .ifPresent(email -> add("contact.email", "must look like name@example.org, not " + email));
        }
    }

    private void size(CompanyProfileBuilder profile) {
        RawMoney turnover = profile.annualTurnover;
        EnterpriseSize stated = profile.enterpriseSize;
        boolean comparable = turnover != null
                && turnover.currency().equals("ZAR")
                && turnover.amount().signum() > 0
                && turnover.amount().compareTo(LARGEST_AMOUNT) <= 0;
        if (stated == null || turnover == null || !comparable) {
            return;
        }
        EnterpriseSizes sizes = sizesFor(profile);
        // A larger size than the turnover tells is possible: it is judged with related enterprises.
        if (stated.compareTo(sizes.of(turnover.amount())) < 0) {
            BigDecimal limit = stated == EnterpriseSize.EME ? sizes.emeUpTo() : sizes.qseUpTo();
            add(
                    "enterpriseSize",
                    String.format(
                            Locale.ROOT,
                            "%s goes up to a turnover of R%,d, and annualTurnover is R%,.0f",
                            stated,
                            limit.longValueExact(),
                            turnover.amount()));
        }
    }

    private void add(String path, String message) {
        problems.add(new FieldProblem(path, message));
    }
}
