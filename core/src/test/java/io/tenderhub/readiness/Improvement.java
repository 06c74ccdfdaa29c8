package io.tenderhub.readiness;

import io.tenderhub.cidb.CidbClass;
import io.tenderhub.cidb.CidbGrade;
import io.tenderhub.cidb.CidbGrading;
import io.tenderhub.company.CompanyProfile;
import io.tenderhub.company.CompanyProfileBuilder;
import io.tenderhub.tender.Money;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Ways in which a company gets better. */
enum Improvement {
    HIGHER_GRADE {
        @Override
        CompanyProfileBuilder apply(CompanyProfile profile, RandomCases cases) {
            return profile.toBuilder()
                    .cidb(profile.cidb().stream()
                            .map(held -> new CidbGrading(
                                    new CidbGrade(
                                            held.grade().cidbClass(),
                                            Math.min(9, held.grade().grade() + cases.upTo(3))),
                                    held.potentiallyEmerging()))
                            .toList());
        }
    },
    FURTHER_CLASS {
        @Override
        CompanyProfileBuilder apply(CompanyProfile profile, RandomCases cases) {
            CidbClass added = cases.one(List.of(CidbClass.GB, CidbClass.CE, CidbClass.EP));
            boolean held =
                    profile.cidb().stream().anyMatch(grading -> grading.grade().cidbClass() == added);
            CompanyProfileBuilder builder = profile.toBuilder();
            return held ? builder : builder.cidb(added.name(), cases.upTo(9), false);
        }
    },
    POTENTIALLY_EMERGING {
        @Override
        CompanyProfileBuilder apply(CompanyProfile profile, RandomCases cases) {
            return profile.toBuilder()
                    .cidb(profile.cidb().stream()
                            .map(held -> new CidbGrading(held.grade(), true))
                            .toList());
        }
    },
    BETTER_LEVEL {
        @Override
        CompanyProfileBuilder apply(CompanyProfile profile, RandomCases cases) {
            return profile.toBuilder()
                    .bbbeeLevel(Math.max(1, profile.bbbeeLevel().orElse(9) - cases.upTo(3)));
        }
    },
    MORE_YEARS {
        @Override
        CompanyProfileBuilder apply(CompanyProfile profile, RandomCases cases) {
            return profile.toBuilder()
                    .yearsOfExperience(profile.yearsOfExperience().orElse(0) + cases.upTo(5));
        }
    },
    FURTHER_PROVINCE {
        @Override
        CompanyProfileBuilder apply(CompanyProfile profile, RandomCases cases) {
            return profile.toBuilder().provinces(with(profile.coverage().provinces(), cases.province()));
        }
    },
    NATIONAL {
        @Override
        CompanyProfileBuilder apply(CompanyProfile profile, RandomCases cases) {
            return profile.toBuilder().national(true);
        }
    },
    FURTHER_REGISTRATION {
        @Override
        CompanyProfileBuilder apply(CompanyProfile profile, RandomCases cases) {
            return profile.toBuilder()
                    .registrations(with(profile.registrations(), cases.one(List.of("PSIRA", "NHBRC", "ECSA"))));
        }
    },
    CSD {
        @Override
        CompanyProfileBuilder apply(CompanyProfile profile, RandomCases cases) {
            return profile.toBuilder().csdRegistered(true);
        }
    },
    TAX {
        @Override
        CompanyProfileBuilder apply(CompanyProfile profile, RandomCases cases) {
            return profile.toBuilder().taxCompliant(true);
        }
    },
    COIDA {
        @Override
        CompanyProfileBuilder apply(CompanyProfile profile, RandomCases cases) {
            return profile.toBuilder().coidaLetter(true);
        }
    },
    LARGER_CONTRACT {
        @Override
        CompanyProfileBuilder apply(CompanyProfile profile, RandomCases cases) {
            return profile.toBuilder().largestContract(larger(profile.largestContract(), cases));
        }
    },
    LARGER_TURNOVER {
        @Override
        CompanyProfileBuilder apply(CompanyProfile profile, RandomCases cases) {
            return profile.toBuilder().enterpriseSize(null).annualTurnover(larger(profile.annualTurnover(), cases));
        }
    },
    FURTHER_SERVICE {
        @Override
        CompanyProfileBuilder apply(CompanyProfile profile, RandomCases cases) {
            return profile.toBuilder().services(with(profile.services(), cases.word()));
        }
    },
    FURTHER_KEYWORD {
        @Override
        CompanyProfileBuilder apply(CompanyProfile profile, RandomCases cases) {
            return profile.toBuilder().keywords(with(profile.keywords(), cases.word()));
        }
    },
    FURTHER_SECTOR {
        @Override
        CompanyProfileBuilder apply(CompanyProfile profile, RandomCases cases) {
            return profile.toBuilder().sectors(with(profile.sectors(), cases.word()));
        }
    },
    MORE_STAFF {
        @Override
        CompanyProfileBuilder apply(CompanyProfile profile, RandomCases cases) {
            return profile.toBuilder().staff(profile.staff().orElse(0) + cases.upTo(20));
        }
    };

    abstract CompanyProfileBuilder apply(CompanyProfile profile, RandomCases cases);

    private static Money larger(Optional<Money> money, RandomCases cases) {
        return money.map(cases::moreThan).orElseGet(cases::money);
    }

    private static List<String> with(Collection<String> texts, String more) {
        List<String> all = new ArrayList<>(texts);
        all.add(more);
        return all;
    }
}
