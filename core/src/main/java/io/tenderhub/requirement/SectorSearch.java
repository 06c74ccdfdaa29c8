package io.tenderhub.requirement;

import io.tenderhub.tender.Tender;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the kind of work: from the category where it names one, else from the title and description. */
final class SectorSearch implements Lexicon.Listener {
    /** Sectors of categories such as "Supplies: General", which the words of the tender may tell more closely. */
    private static final Set<Sector> BROAD = EnumSet.of(Sector.SUPPLIES, Sector.PROFESSIONAL_SERVICES);

    private static final Sector[] SECTORS = Sector.values();

    private record Hit(Sector sector, Passage passage, int start, int end) {}

    private @Nullable Hit close;
    private @Nullable Hit broadCategory;
    private @Nullable Hit broadWord;
    private Passage passage = Passage.of("", "");
    private boolean ofCategory;
    private @Nullable Hit first;
    private int buyerEnds;

    /** Whether more words cannot change the answer. */
    boolean isSettled() {
        return close != null;
    }

    void readCategories(Tender tender) {
        ofCategory = true;
        tender.category().ifPresent(category -> read(Passage.of("tender.mainProcurementCategory", category)));
        for (int i = 0; i < tender.additionalCategories().size() && !isSettled(); i++) {
            read(Passage.additionalCategory(i, tender.additionalCategories().get(i)));
        }
        ofCategory = false;
    }

    private void read(Passage category) {
        begin(category);
        Phrasebook.SECTORS.read(category.text(), this);
        end();
    }

    void begin(Passage next) {
        passage = next;
        first = null;
        buyerEnds = 0;
    }

    @Override
    public void found(Phrase phrase, int start, int end) {
        if (phrase.meaning() == Meaning.BUYER) {
            buyer(start, end);
        } else {
            word(phrase, start, end);
        }
    }

    /** The first word of a passage counts; of several at one place, that of the sector declared first. */
    void word(Phrase phrase, int start, int end) {
        if (start < buyerEnds || first != null && !isBetter(phrase, start, end, first)) {
            return;
        }
        first = new Hit(SECTORS[phrase.number()], passage, start, end);
    }

    private static boolean isBetter(Phrase phrase, int start, int end, Hit hit) {
        int sector = hit.sector().ordinal();
        return start == hit.start() && (phrase.number() < sector || phrase.number() == sector && end > hit.end());
    }

    /** To be called when all phrases of a passage are known. */
    void end() {
        Hit hit = first;
        if (hit == null) {
            return;
        }
        if (!BROAD.contains(hit.sector())) {
            close = close == null ? hit : close;
        } else if (ofCategory) {
            broadCategory = broadCategory == null ? hit : broadCategory;
        } else {
            broadWord = broadWord == null ? hit : broadWord;
        }
    }

    /** Leaves out a name such as {@code Department of the Water and Sanitation}: who buys does not say what is bought. */
    void buyer(int start, int end) {
        if (start < buyerEnds) {
            return;
        }
        String text = passage.text();
        int name = Signs.startsWith(text, end, "the ") && isLetter(text, end + 4) ? end + 4 : end;
        int ends = letters(text, name);
        if (ends == name) {
            return;
        }
        buyerEnds = ends;
        int and = Signs.is(text, ends, ',') ? ends + 1 : ends;
        if (Signs.is(text, and, ' ')) {
            int second = Signs.startsWith(text, and + 1, "and ")
                    ? and + 5
                    : Signs.startsWith(text, and + 1, "& ") ? and + 3 : -1;
            if (second > 0 && isLetter(text, second)) {
                buyerEnds = letters(text, second);
            }
        }
    }

    Optional<Finding<Sector>> found() {
        Hit best = close != null ? close : broadCategory != null ? broadCategory : broadWord;
        return best == null
                ? Optional.empty()
                : Optional.of(new Finding<>(best.sector(), best.passage().evidence(best.start(), best.end())));
    }

    private static boolean isLetter(String text, int at) {
        return letters(text, at) > at;
    }

    private static int letters(String text, int at) {
        int end = at;
        while (end < text.length() && Character.isLetter(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }
}
