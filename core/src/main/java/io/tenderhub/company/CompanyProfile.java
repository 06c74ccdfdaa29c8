package io.tenderhub.company;

import static java.util.Objects.requireNonNull;

import io.tenderhub.cidb.CidbGrading;
import io.tenderhub.tender.Contact;
import io.tenderhub.tender.Money;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a bidding company is and can show. What is absent is unknown, not lacking.
 *
 * @param name not blank
 * @param sectors industry sectors, in words
 * @param services what it offers, in words
 * @param keywords further words that tenders for it would use
 * @param bbbeeLevel 1–8; absent is a non-compliant contributor
 * @param registrations besides CSD, tax and COIDA: {@code PSIRA}, {@code NHBRC}, …, in capitals
 * @param yearsOfExperience 0 or more
 * @param largestContract ever carried out
 * @param annualTurnover of the last closed year
 * @param staff number of employees, 0 or more
 */
public record CompanyProfile(
        String name,
        List<String> sectors,
        List<String> services,
        List<String> keywords,
        List<CidbGrading> cidb,
        Optional<Integer> bbbeeLevel,
        Optional<EnterpriseSize> enterpriseSize,
        boolean csdRegistered,
        boolean taxCompliant,
        boolean coidaLetter,
        Set<String> registrations,
        Coverage coverage,
        Optional<Integer> yearsOfExperience,
        Optional<Money> largestContract,
        Optional<Money> annualTurnover,
        Optional<Integer> staff,
        Optional<Contact> contact) {
    public CompanyProfile {
        requireNonNull(name);
        sectors = List.copyOf(sectors);
        services = List.copyOf(services);
        keywords = List.copyOf(keywords);
        cidb = List.copyOf(cidb);
        requireNonNull(bbbeeLevel);
        requireNonNull(enterpriseSize);
        registrations = Set.copyOf(registrations);
        requireNonNull(coverage);
        requireNonNull(yearsOfExperience);
        requireNonNull(largestContract);
        requireNonNull(annualTurnover);
        requireNonNull(staff);
        requireNonNull(contact);
    }

    /** Judges what it is given field by field, which the record itself does not. */
    public static CompanyProfileBuilder builder() {
        return new CompanyProfileBuilder();
    }

    /** A builder that holds what this profile says. */
    public CompanyProfileBuilder toBuilder() {
        return new CompanyProfileBuilder()
                .name(name)
                .sectors(sectors)
                .services(services)
                .keywords(keywords)
                .cidb(cidb)
                .bbbeeLevel(bbbeeLevel.orElse(null))
                .enterpriseSize(enterpriseSize.orElse(null))
                .csdRegistered(csdRegistered)
                .taxCompliant(taxCompliant)
                .coidaLetter(coidaLetter)
                .registrations(registrations)
                .coverage(coverage)
                .yearsOfExperience(yearsOfExperience.orElse(null))
                .largestContract(largestContract.orElse(null))
                .annualTurnover(annualTurnover.orElse(null))
                .staff(staff.orElse(null))
                .contact(contact.orElse(null));
    }
}
