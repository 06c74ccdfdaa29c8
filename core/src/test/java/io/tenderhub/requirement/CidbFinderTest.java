package io.tenderhub.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenderhub.tender.Tender;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidbFinderTest {
    private final RequirementFinder finder = new RequirementFinder();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "8EP/ME or higher | 8EP;8ME",
                "APPOINTMENT OF A 1SF OR HIGHER CIDB GRADE SERVICE PROVIDER | 1SF",
                "Nositha Primary School : 5GB | 5GB",
                "Contractors with grade 7 CE may bid | 7CE",
                "Grade 7 CE or higher | 7CE",
                "CIDB grading of 4 EP PE | 4EP",
                "8/2/2/451RE 6CE5CEPE (2025-2028) | 6CE;5CE",
                "CIDB GRADING 01GB OR HIGHER | 1GB",
                "a suitable CIDB Grade 2 ME (or higher) service provider | 2ME",
                "CIDB grading of 1SG/GB or higher | 1SG;1GB",
                "GRADE 7-9 EP | 7EP",
                "CIBD GRADE 4-6CE OR HIGHER | 4CE",
                "CONTRACTORS WITH A MINIMUM CIDB OF 2SO OR HIGHER | 2SO",
                "NB:1SO grading CIDB certificate must be attached | 1SO",
                "CIDB 8GB or 8CE | 8GB;8CE",
                "CIDB grading 7 GB and 5 EP | 7GB;5EP",
                "CIDB grading of 3 (three) CE | 3CE",
                "CIDB grade three (3) GB | 3GB",
                "CIDB Level 6 CE | 6CE",
                "Required: CIDB 5 CE | 5CE",
                "6 CE OR 5 CE PE, CIDB registered | 6CE;5CE",
                "CIDB category 4GB | 4GB",
                "GB grade 5 or higher | 5GB",
                "CIDB grading CE 6 or higher | 6CE",
                "class of construction works CE, grade 5 | 5CE",
                "CIDB grading GB5 | 5GB",
                "EB and EP works: 4EB/4EP | 4EB;4EP",
                "CIDB grading 4EB/EP | 4EB;4EP",
                "CIDB GRADING ME LEVEL 4 OR HIGHER | 4ME",
                "CIDB 7 CE EP ME OR HIGHER | 7CE;7EP;7ME",
                "CLINIC: REPAIRS TO ROOF DAMAGED BY STORM. 2 GB | 2GB",
                "tenderers should have an estimated cidb contractor grading designation of 9CE or higher | 9CE",
                "minimum CIDB grading: Grade 5GB, Grade 5CE | 5GB;5CE",
                "CIDB Grading: 6GB PE | 6GB",
                "5CE and above | 5CE",
                "REPLACE THE BLOCKED SEWER LINE: 2SO | 2SO",
                "CIDB GRADING 1 & 2 TO RENDER MAINTENANCE IN TERMS OF GB, SO, EB AND MINOR UPGRADES | 1GB;1SO;1EB"
            })
    void findsGradingsHoweverTheyAreWritten(String text, String expected) {
        assertThat(find(text)).isEqualTo(pairs(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "As set out in Section 5 CE of the specification",
                "Implementation of 10GB+ Network Backbone",
                "supply and deliver Cisco SFP+ 10GBASE-T",
                "Laptops with 8GB RAM and 512GB SSD",
                "Supply of 16GB USB flash drives",
                "Servers with 4 GB memory each",
                "Please send 5 me copies",
                "ISO 9001 and ISO 14001 certification",
                "EDENDALE CC within ward 22",
                "Cameras with 1 SD card slot",
                "Deliver to Room 5 SE, Block B",
                "The 9 SI units of measurement",
                "Closing on 5 September 2025 at 2 SEWING machines",
                "Tender SCMU8 - 25/26 - 0082",
                "Call 031-311 7760 or 5 se 4",
                "https://example.org/x?pwd=rGR6YYZFZO3UMgakpwMLV1MMhGsWil.1&a=5CE7GB",
                "3 ME(trics) per kilometre",
                "Meeting ID: 978 2763 6880 Passcode: 4EB",
                "SK8/3/1-26/2025/2026 appointment of a panel",
                "a school for grades 3-7 of the district",
                "Data bundles of 5GB per month for tablets",
                "CIDB grading 8 or higher",
                "CIDB grade 4 or higher. The GB, CE and ME departments decide",
                "CIDB GRADING (if applicable) N/A",
                "2 SM size overalls and 3 SB boots",
                "No CIDB grading is required"
            })
    void isNotFooledByWhatOnlyLooksLikeAGrading(String text) {
        assertThat(find(text)).isEmpty();
    }

    @Test
    void readsMarksOfHigherGradesAndEmergingContractors() {
        CidbRequirement higher = found("CIDB grading: 7CE or higher").get(0);
        CidbRequirement emerging = found("CIDB grading of 4 EP PE").get(0);

        assertThat(higher.orHigher()).isTrue();
        assertThat(higher.potentiallyEmerging()).isFalse();
        assertThat(emerging.potentiallyEmerging()).isTrue();
        assertThat(emerging.orHigher()).isFalse();
        assertThat(higher.evidence().field()).isEqualTo("tender.description");
        assertThat("CIDB grading: 7CE or higher").contains(higher.evidence().text());
    }

    /** The figures over the labelled excerpts; the rules were not fitted to more than was read. */
    @Test
    void isRightOnLabelledExcerptsOfRealTenders() throws IOException {
        int hits = 0;
        int wrong = 0;
        int missed = 0;
        List<String> differences = new ArrayList<>();
        for (String[] row : labelled()) {
            Set<String> expected = pairs(row[0]);
            Set<String> found = find(row[1]);
            hits += (int) found.stream().filter(expected::contains).count();
            wrong += (int)
                    found.stream().filter(pair -> !expected.contains(pair)).count();
            missed += (int)
                    expected.stream().filter(pair -> !found.contains(pair)).count();
            if (!found.equals(expected)) {
                differences.add(found + " instead of " + expected + ": " + row[1]);
            }
        }

        assertThat(hits).isGreaterThan(120);
        assertThat(hits / (double) (hits + wrong))
                .as("precision; %s", differences)
                .isGreaterThan(0.97);
        assertThat(hits / (double) (hits + missed))
                .as("recall; %s", differences)
                .isGreaterThan(0.97);
    }

    private Set<String> find(String text) {
        return found(text).stream()
                .map(requirement -> requirement.grade().toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<CidbRequirement> found(String text) {
        Tender tender =
                Tender.builder("ocds-test-1", Instant.EPOCH).description(text).build();
        return finder.find(tender).cidb();
    }

    private static Set<String> pairs(String joined) {
        return Arrays.stream(joined.split(";"))
                .map(String::strip)
                .filter(pair -> !pair.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Expected gradings and text; a quoted text has its quotes doubled. */
    private static List<String[]> labelled() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(CidbFinderTest.class.getResourceAsStream("cidb-labelled.csv")),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> line.split(",", 2))
                    .map(row -> new String[] {row[0], unquoted(row[1])})
                    .toList();
        }
    }

    private static String unquoted(String cell) {
        return cell.startsWith("\"") ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;
    }
}
