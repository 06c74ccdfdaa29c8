package io.tenderhub.requirement;

import io.tenderhub.cidb.CidbClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The phrases that all rules look for, written as {@link Phrase} says; the words of sectors are in {@link SectorWords}. */
final class Phrasebook {
    /** A registration and the phrases by which it is asked for. */
    record Registration(String code, List<String> phrases) {}

    static final List<Registration> REGISTRATIONS = List.of(
            registration("CSD", "|csd|", "central supplier(s) database"),
            registration(
                    "TAX",
                    "|tax~compliance|",
                    "|tax~clearance|",
                    "|tax~compliant|",
                    "|tax~status|",
                    "|tax~pin|",
                    "|tax~matters|",
                    "|sars~pin|",
                    "|sars~tax|",
                    "|sars~certificate|",
                    "|sars~clearance|"),
            registration(
                    "COIDA",
                    "|coid(a)|",
                    "letter of good standing",
                    "compensation fund",
                    "compensation commissioner",
                    "workmen(')s compensation"),
            registration("PSIRA", "|psira|", "private security industry regulatory"),
            registration("NHBRC", "|nhbrc|", "national home builders"),
            registration(
                    "BBBEE",
                    "|b(-)(~)bbee~(status~level~)(verification~)certificate",
                    "|b(-)(~)bbee~(status~level~)(verification~)(sworn~)affidavit",
                    "|bee certificate",
                    "|bee affidavit",
                    "sworn affidavit"),
            registration("ECSA", "|ecsa|", "engineering council of south africa"),
            registration("SACPCMP", "|sacpcmp|"),
            registration("SACAP", "|sacap|"),
            registration("SAICA", "|saica|"),
            registration("SANAS", "|sanas|"),
            registration("ICASA", "|icasa|"),
            registration("HPCSA", "|hpcsa|", "health professions council"),
            registration("CIPC", "|cipc|", "companies and intellectual property"),
            registration("NERSA", "|nersa|"),
            registration("FSCA", "|fsca|", "financial sector conduct authority"),
            registration("SAPC", "|sapc|", "south african pharmacy council"),
            registration("SANC", "|sanc|", "south african nursing council"),
            registration("BARGAINING_COUNCIL", "bargaining council"));

    private static final List<Phrase> ALL = all();

    /** Everything there is to find. */
    static final Lexicon WHOLE = new Lexicon(ALL);

    /** Without the words of sectors, for where the kind of work is known or not looked for. */
    static final Lexicon WITHOUT_SECTORS =
            Lexicon.of(ALL, meaning -> meaning != Meaning.SECTOR && meaning != Meaning.BUYER);

    static final Lexicon SECTORS = Lexicon.of(ALL, meaning -> meaning == Meaning.SECTOR || meaning == Meaning.BUYER);

    private Phrasebook() {}

    private static List<Phrase> all() {
        List<Phrase> all = new ArrayList<>(SectorWords.phrases());
        for (int i = 0; i < REGISTRATIONS.size(); i++) {
            for (String written : REGISTRATIONS.get(i).phrases()) {
                all.addAll(Phrase.of(Meaning.REGISTRATION, i, written));
            }
        }
        for (CidbClass cidbClass : CidbClass.values()) {
            add(all, Meaning.CIDB_CLASS, cidbClass.name().toLowerCase(Locale.ROOT));
        }
        add(all, Meaning.CIDB, "cidb", "cibd");
        add(all, Meaning.BUYER, "|department of ", "|ministry of ", "|directorate of ", "|dept of ", "|dept. of ");
        add(all, Meaning.FORM, "|sbd", "|mbd");
        add(all, Meaning.LEVEL, "|b(-)(~)bbee~");
        add(all, Meaning.POINTS, "80/", "80:", "80~", "90/", "90:", "90~");
        add(all, Meaning.GOAL, "specific goal(s)|", "|rdp goal(s)|");
        add(all, Meaning.GROUP, "women", "youth", "black", "disability", "disabilities", "veteran");
        add(all, Meaning.PERIOD, "period(s)~", "duration~", "term~", "contract~");
        add(all, Meaning.MONTH, "month");
        add(all, Meaning.YEAR, "year");
        add(all, Meaning.EXPERIENCE, "experience~");
        add(all, Meaning.PLACE, "local office|", "|must have an office (with)in|");
        for (String being : List.of("based", "located", "situated", "domiciled")) {
            add(all, Meaning.PLACE, being + " (with)in|");
        }
        add(all, Meaning.COMPULSORY, "compulsory");
        return all;
    }

    private static Registration registration(String code, String... phrases) {
        return new Registration(code, List.of(phrases));
    }

    private static void add(List<Phrase> all, Meaning meaning, String... written) {
        for (String phrase : written) {
            all.addAll(Phrase.of(meaning, 0, phrase));
        }
    }
}
