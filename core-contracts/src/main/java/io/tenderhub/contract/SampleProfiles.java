package io.tenderhub.contract;

import io.tenderhub.cidb.CidbClass;
import io.tenderhub.cidb.CidbGrade;
import io.tenderhub.cidb.CidbGrading;
import io.tenderhub.company.CompanyProfile;
import io.tenderhub.company.Coverage;
import io.tenderhub.company.EnterpriseSize;
import io.tenderhub.tender.Contact;
import io.tenderhub.tender.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Company profiles for tests. */
public final class SampleProfiles {
    private SampleProfiles() {}

    /** A company of which only the name and the number of staff are known. */
    public static CompanyProfile withStaff(String name, int staff) {
        return new CompanyProfile(
                name,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                false,
                Set.of(),
                new Coverage(false, Set.of()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(staff),
                Optional.empty());
    }

    /** A company with every field set. */
    public static CompanyProfile full() {
        return new CompanyProfile(
                "Thandi's Builders – \"Pty\" Ltd",
                List.of("construction", "civil engineering"),
                List.of("clinics", "schools"),
                List.of("paving", "ablution"),
                List.of(
                        new CidbGrading(new CidbGrade(CidbClass.GB, 5), true),
                        new CidbGrading(new CidbGrade(CidbClass.CE, 4), false)),
                Optional.of(2),
                Optional.of(EnterpriseSize.QSE),
                true,
                true,
                true,
                Set.of("NHBRC", "PSIRA"),
                new Coverage(false, Set.of("Mpumalanga", "KwaZulu-Natal")),
                Optional.of(12),
                Optional.of(new Money(new BigDecimal("4500000.50"), "ZAR")),
                Optional.of(Money.rand(21_000_000)),
                Optional.of(34),
                Optional.of(new Contact(
                        Optional.of("Office"), Optional.of("office@example.org"), Optional.of("000 000 0000"))));
    }
}
