package io.tenderhub.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small input files. */
final class Written {
    static final String PROFILE = """
            {"name":"Example Builders","sectors":["construction"],"services":["building construction"],
             "cidb":[{"class":"GB","grade":5,"pe":false}],"bbbeeLevel":2,"csdRegistered":true,"taxCompliant":true,
             "coidaLetter":true,"provinces":["Gauteng"],"yearsOfExperience":8}
            """;

    private Written() {}

    static Path profile(Path folder) {
        return file(folder, "profile.json", PROFILE);
    }

    static Path file(Path folder, String name, String text) {
        return file(folder, name, text.getBytes(StandardCharsets.UTF_8));
    }

    static Path file(Path folder, String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A release on one line. */
    static String release(String ocid, String date, String description) {
        return ("{'ocid':'%s','id':'%s-1','date':'%s','tag':['tender'],'initiationType':'tender','language':'en-za',"
                        + "'tender':{'id':'%s','title':'RFB 1/26','description':'%s','status':'active',"
                        + "'tenderPeriod':{'endDate':'2026-12-01T11:00:00Z'},'value':{'amount':0,'currency':'ZAR'}},"
                        + "'buyer':{'id':'1','name':'Public Works'}}")
                .formatted(ocid, ocid, date, ocid, description)
                .replace('\'', '"');
    }

    static String release(int number) {
        return release(
                "ocds-test-" + number, "2026-02-01T00:00:00Z", "Construction of school " + number + ", CIDB grade 5GB");
    }
}
