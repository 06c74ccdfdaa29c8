package io.tenderhub.requirement;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;

/** Texts to try rules on: real ones, real ones with damage, and heaps of the words that rules look for. */
final class RuleTexts {
    private static final List<String> WORDS = List.of(
            ("CIDB,cibd,grade,grading,designation,7,CE,5GB,8EP/ME,PE,CEPE,GBCE,some,so,me,SE,1SF,3 (three),three,category,level,"
                            + "or higher,and above,minimum,Section,Room,RAM,network,10GB,repairs,4-6CE,2GB to 4GB,CE 6,ME LEVEL 4,contractor,"
                            + "80/20,90/10,80,90,20,10,80:20,90 / 10,specific goals,specific goal,RDP goals,women,youth,black,disability,"
                            + "disabilities,veterans,veteran,5 points,(10 points),points,owned,"
                            + "five (5) years,two years (24),one,years (12),six (60),(5),5 (five),twenty-one,eighteen,sixty two,years,year's,years’,year,months,month,3,36,120,999,1234,"
                            + "+,experience,experience of,at least,minimum of,relevant,in the field of,"
                            + "period of,periods,duration,term,contract,contract of,not exceeding,up to,approximately,a,24-month,24 months,"
                            + "validity,valid,warranty,guarantee,defects,liability,retention,framework,contract period,"
                            + "CSD,central supplier database,central suppliers database,tax,tax compliance,tax PIN,SARS,SARS tax,clearance,COIDA,"
                            + "COID,letter of good standing,compensation fund,workmen's compensation,PSIRA,NHBRC,national home builders,"
                            + "B-BBEE,BBBEE,B BBEE,B- BBEE,status,level,contributor,verification,certificate,sworn,affidavit,BEE certificate,"
                            + "ECSA,SACPCMP,HPCSA,health professions council,SANC,bargaining council,"
                            + "SBD,SBD 1,SBDs,MBD4,SBD 6.1,SBD-4,6.1,3.3,12,1.1,4 copies,12.5,%,"
                            + "compulsory,non-compulsory,non compulsory,not compulsory,briefing,briefing session,site inspection,site meeting,"
                            + "will be,is,on this date,tender,virtual,clarification meeting,"
                            + "local office,with,have,company,must,should,be,based in,based,located within,located,within,in,situated in,bidders,"
                            + "tenderers,service providers,suppliers,must have an office in,the Ugu district,"
                            + "department of,Department of the,the,Health,Water and Sanitation,ministry of,dept. of,dept of,and,&,of,to,or,"
                            + "construction,building works,building,works,buildings,renovations,renovation of,roads,road,storm water,"
                            + "stormwater,re-gravelling,electrical,air-conditioning,air conditioners,water,sewerage,security services,security,"
                            + "guards,cleaning,bus,busy,ict,software,licences renewal,consultants,audit,architecture,landscaping,seeds,gas,"
                            + "events,supply,supplies,procurement of,information and communication,services: building,power station,"
                            + "repair and installation of machinery,photographers,environmental,wastewater,farm,legal,the documents,counter")
                    .split(","));
    private static final List<String> SIGNS = List.of(
            " ", " ", " ", " ", " ", " ", "", "", "  ", "\n", "\t", "\u000b", "\u00a0", "\u2009", "-", "–", "—", ",",
            ", ", ".", ". ", ";", ":", "/", "(", ")", "&", "+", "%", "_", "=", "'", "’", "0", "1", "5", "9", "é", "ß",
            "İ", "ı", "ſ", "\u212a", "\u0301", "x\u0301", "٣", "𝔘", "\ud835", "\udd18", "s", "S", "e", "~", "|", "*",
            "²");

    private final List<String> real = real();

    List<String> realOnes() {
        return real;
    }

    /** Words of the rules joined by whatever. */
    String heap(Random random) {
        StringBuilder text = new StringBuilder();
        int length = 1 + random.nextInt(14);
        boolean plain = random.nextBoolean();
        for (int i = 0; i < length; i++) {
            text.append(cased(WORDS.get(random.nextInt(WORDS.size())), random));
            text.append(plain && random.nextInt(4) > 0 ? " " : SIGNS.get(random.nextInt(SIGNS.size())));
        }
        return text.toString();
    }

    /** A real text, or two, with signs and words put in, left out or in another case. */
    String damaged(Random random) {
        StringBuilder text = new StringBuilder(real.get(random.nextInt(real.size())));
        if (random.nextInt(3) == 0) {
            text.append(SIGNS.get(random.nextInt(SIGNS.size()))).append(real.get(random.nextInt(real.size())));
        }
        int changes = 1 + random.nextInt(6);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(text.length() + 1);
            switch (random.nextInt(4)) {
                case 0 -> text.insert(at, SIGNS.get(random.nextInt(SIGNS.size())));
                case 1 -> text.insert(at, WORDS.get(random.nextInt(WORDS.size())));
                case 2 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(3)));
                default -> {
                    int end = Math.min(text.length(), at + random.nextInt(12));
                    text.replace(at, end, cased(text.substring(at, end), random));
                }
            }
        }
        return text.toString();
    }

    private static String cased(String word, Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> word.toUpperCase(Locale.ROOT);
            case 1 -> word.toLowerCase(Locale.ROOT);
            case 2 -> oddlyCased(word, random);
            default -> word;
        };
    }

    private static String oddlyCased(String word, Random random) {
        char[] signs = word.toCharArray();
        int at = signs.length == 0 ? 0 : random.nextInt(signs.length);
        for (int i = at; i < signs.length && i < at + 2; i++) {
            signs[i] = switch (signs[i]) {
                case 'i', 'I' -> random.nextBoolean() ? 'İ' : 'ı';
                case 's', 'S' -> 'ſ';
                case 'k', 'K' -> '\u212a';
                case ' ' -> '\u00a0';
                case '-' -> '–';
                default ->
                    Character.isUpperCase(signs[i]) ? Character.toLowerCase(signs[i]) : Character.toUpperCase(signs[i]);
            };
        }
        return new String(signs);
    }

    private static List<String> real() {
        List<String> texts = new ArrayList<>();
        for (String name : List.of("real-texts.txt", "cidb-labelled.csv")) {
            try (InputStream in = Objects.requireNonNull(RuleTexts.class.getResourceAsStream(name))) {
                new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(texts::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return texts;
    }
}
