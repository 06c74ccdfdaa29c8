package io.tenderhub.requirement;

import io.tenderhub.cidb.CidbClass;
import io.tenderhub.cidb.CidbGrade;
import io.tenderhub.requirement.CidbToken.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds contractor gradings. Of a range ({@code 4-6CE}, {@code 2GB to 4GB}) the lowest grade is what is required;
 * of a list ({@code 3 CE, 4 CE}) every member is given. A grade without a class ({@code CIDB grade 8}) gives nothing.
 */
final class CidbFinder {
    private static final Set<String> GRADE_WORDS = Set.of("grade", "level", "grading", "designation", "category");
    private static final int APART = 14;
    private static final Set<String> LIST_SIGNS = Set.of("/", ",", "&", ";", "|", "+");
    private static final Set<String> RANGE_SIGNS = Set.of("-", "–", "—", "to", "through");

    private Map<CidbGrade, CidbRequirement> found = Map.of();
    private boolean saysCidb;
    private boolean mayHaveGrades;

    List<CidbRequirement> found() {
        return List.copyOf(found.values());
    }

    void begin() {
        saysCidb = false;
        mayHaveGrades = false;
    }

    /** The word CIDB; behind it, a class may stand some words away from its grade. */
    void cidb() {
        saysCidb = true;
    }

    /** Looks at a place where a code of a class stands. */
    void code(Passage passage, int start) {
        if (!mayHaveGrades) {
            String text = passage.text();
            mayHaveGrades = saysCidb ? CidbHint.namesClasses(text, start) : CidbHint.isGraded(text, start);
        }
    }

    void end(Passage passage) {
        if (mayHaveGrades && mayName(passage.text())) {
            if (found.isEmpty()) {
                found = new LinkedHashMap<>();
            }
            new Reading(passage).into(found);
        }
    }

    /** Whether a class code stands anywhere beside a digit or the word CIDB; spares most texts the tokens. */
    private static boolean mayName(String text) {
        boolean digit = false;
        boolean code = false;
        for (int i = 0; i < text.length() && !(digit && code); i++) {
            char c = text.charAt(i);
            digit |= c >= '1' && c <= '9';
            code |= i > 0
                    && "BECPDFGHIJKLMNOQbecpdfghijklmnoq".indexOf(c) >= 0
                    && "GCEMSgcems".indexOf(text.charAt(i - 1)) >= 0;
        }
        return digit && code;
    }

    private record Pair(CidbClass cidbClass, int grade, boolean pe) {}

    /** One pass over one text. */
    private static final class Reading {
        private final Passage passage;
        private final List<CidbToken> tokens;
        private final CidbContext context;

        Reading(Passage passage) {
            this.passage = passage;
            tokens = CidbToken.tokens(passage.text());
            context = new CidbContext(passage.text(), tokens);
        }

        void into(Map<CidbGrade, CidbRequirement> found) {
            int i = 0;
            while (i < tokens.size()) {
                if (!mayBegin(tokens.get(i))) {
                    i++;
                    continue;
                }
                List<Pair> pairs = new ArrayList<>();
                int end = group(i, pairs);
                if (end > i
                        && context.admits(i, end, pairs.size() > 1, pairs.get(0).cidbClass())) {
                    add(i, end, pairs, found);
                }
                if (end == i) {
                    end = apart(i, pairs);
                    if (end > i) {
                        add(i, end, pairs, found);
                    }
                }
                i = Math.max(end, i + 1);
            }
        }

        private static boolean mayBegin(CidbToken token) {
            return token.isGrade() || token.hasClasses() || token.numberWord() > 0;
        }

        /** {@code CIDB GRADING 1 & 2 TO RENDER MAINTENANCE IN TERMS OF GB, SO, EB}: a list of classes some words behind a grade. */
        private int apart(int from, List<Pair> pairs) {
            if (!tokens.get(from).isGrade() || !context.followsCidbGrading(from)) {
                return from;
            }
            for (int i = from + 1; i < Math.min(from + APART, tokens.size()); i++) {
                CidbToken token = tokens.get(i);
                if (token.is(".") || token.is(";")) {
                    return from;
                }
                if (token.hasClasses() && token.upperCase()) {
                    List<Pair> read = new ArrayList<>();
                    int end = classes(i, List.of(tokens.get(from).number()), read);
                    if (read.size() > 1) {
                        pairs.addAll(read);
                        return end;
                    }
                }
            }
            return from;
        }

        private void add(int from, int end, List<Pair> pairs, Map<CidbGrade, CidbRequirement> found) {
            int higher = context.afterOrHigher(end);
            boolean orHigher = higher > end || context.saysMinimum(from);
            Evidence evidence = passage.evidence(
                    tokens.get(from).start(),
                    tokens.get(Math.max(higher, end) - 1).end());
            for (Pair pair : pairs) {
                CidbGrade grade = new CidbGrade(pair.cidbClass(), pair.grade());
                found.merge(
                        grade,
                        new CidbRequirement(grade, orHigher, pair.pe(), evidence),
                        (old, next) -> new CidbRequirement(
                                grade,
                                old.orHigher() || next.orHigher(),
                                old.potentiallyEmerging() || next.potentiallyEmerging(),
                                old.evidence()));
            }
        }

        /** Reads designations joined by signs or "or"; the index after the last, or {@code from} if there is none. */
        private int group(int from, List<Pair> pairs) {
            int end = designation(from, pairs);
            if (end == from) {
                return from;
            }
            while (true) {
                int next = end;
                boolean range = false;
                while (next < tokens.size() && next < end + 2 && isJoint(tokens.get(next))) {
                    range |= RANGE_SIGNS.contains(tokens.get(next).lower());
                    next++;
                }
                List<Pair> more = new ArrayList<>();
                int after = designation(next, more);
                if (after == next
                        || next == end
                                && tokens.get(next).start()
                                        != tokens.get(end - 1).end()) {
                    return end;
                }
                boolean sameClass =
                        more.get(0).cidbClass() == pairs.get(pairs.size() - 1).cidbClass();
                if (!(range && sameClass)) {
                    pairs.addAll(more);
                }
                end = after;
            }
        }

        private static boolean isJoint(CidbToken token) {
            return LIST_SIGNS.contains(token.lower())
                    || RANGE_SIGNS.contains(token.lower())
                    || token.is("or")
                    || token.is("and");
        }

        private int designation(int from, List<Pair> pairs) {
            int end = gradeThenClasses(from, pairs);
            return end > from ? end : classThenGrade(from, pairs);
        }

        /** {@code 5GB}, {@code three (3) CE}, {@code 7-9 EP}, {@code 5-7 (EP/EB)}, {@code 4 EP PE}. */
        private int gradeThenClasses(int from, List<Pair> pairs) {
            List<Integer> grades = new ArrayList<>();
            int i = number(from, grades);
            if (i == from || context.numberIsPartOfAnother(from)) {
                return from;
            }
            if (i < tokens.size() && isGradeJoint(tokens.get(i))) {
                List<Integer> upper = new ArrayList<>();
                int after = number(i + 1, upper);
                if (after > i + 1) {
                    if (!RANGE_SIGNS.contains(tokens.get(i).lower())) {
                        grades.addAll(upper);
                    } else if (upper.get(0) < grades.get(0)) {
                        return from;
                    }
                    i = after;
                }
            }
            boolean bracket = i < tokens.size() && tokens.get(i).is("(");
            if (i < tokens.size() && (bracket || tokens.get(i).is("-"))) {
                i++;
            }
            List<Pair> read = new ArrayList<>();
            int end = classes(i, grades, read);
            if (end == i) {
                return from;
            }
            pairs.addAll(read);
            return bracket && end < tokens.size() && tokens.get(end).is(")") ? end + 1 : end;
        }

        private static boolean isGradeJoint(CidbToken token) {
            return RANGE_SIGNS.contains(token.lower())
                    || token.is("&")
                    || token.is("and")
                    || token.is("or")
                    || token.is("/")
                    || token.is(",");
        }

        private int number(int at, List<Integer> grades) {
            if (at >= tokens.size()) {
                return at;
            }
            CidbToken token = tokens.get(at);
            int value = token.isGrade() ? token.number() : token.numberWord();
            if (value == 0) {
                return at;
            }
            grades.add(value);
            boolean repeated = at + 3 < tokens.size()
                    && tokens.get(at + 1).is("(")
                    && tokens.get(at + 3).is(")")
                    && Math.max(tokens.get(at + 2).number(), tokens.get(at + 2).numberWord()) == value;
            return repeated ? at + 4 : at + 1;
        }

        /** {@code CE}, {@code CE PE}, {@code EP/ME}, {@code CE EP ME}; a class before a grade of its own is left. */
        private int classes(int at, List<Integer> grades, List<Pair> read) {
            int end = at;
            int i = at;
            while (i < tokens.size() && tokens.get(i).hasClasses() && !(end > at && ownsGrade(i))) {
                CidbToken token = tokens.get(i);
                int after = i + 1;
                boolean pe = token.kind() == Kind.CLASSES_PE;
                int mark = after < tokens.size() && tokens.get(after).is("(") ? after + 1 : after;
                if (mark < tokens.size() && tokens.get(mark).kind() == Kind.PE) {
                    pe = true;
                    after = mark > after && mark + 1 < tokens.size() ? mark + 2 : mark + 1;
                }
                for (CidbClass cidbClass : token.classes()) {
                    for (int grade : grades) {
                        read.add(new Pair(cidbClass, grade, pe));
                    }
                }
                end = after;
                i = after;
                while (i < tokens.size()
                        && i < after + 2
                        && (LIST_SIGNS.contains(tokens.get(i).lower())
                                || tokens.get(i).is("or")
                                || tokens.get(i).is("and"))) {
                    i++;
                }
            }
            return end;
        }

        private boolean ownsGrade(int at) {
            return at + 2 < tokens.size()
                    && GRADE_WORDS.contains(tokens.get(at + 1).lower())
                    && tokens.get(at + 2).isGrade();
        }

        /** {@code GB5}, {@code CE 6}, {@code ME LEVEL 4}, {@code CE, grade 5}. */
        private int classThenGrade(int from, List<Pair> pairs) {
            if (from >= tokens.size() || !tokens.get(from).hasClasses() || !context.standsAlone(from)) {
                return from;
            }
            int i = from + 1;
            for (int skipped = 0; skipped < 4 && i < tokens.size() && isBetween(tokens.get(i)); skipped++) {
                i++;
            }
            List<Integer> grades = new ArrayList<>();
            int end = number(i, grades);
            if (end == i
                    || context.isLongerNumber(end - 1)
                    || end < tokens.size() && tokens.get(end).hasClasses()) {
                return from;
            }
            if (!context.saysGradeOrHigher(from, end)) {
                return from;
            }
            for (CidbClass cidbClass : tokens.get(from).classes()) {
                pairs.add(new Pair(cidbClass, grades.get(0), tokens.get(from).kind() == Kind.CLASSES_PE));
            }
            return end;
        }

        private static boolean isBetween(CidbToken token) {
            return GRADE_WORDS.contains(token.lower())
                    || token.is(",")
                    || token.is("-")
                    || token.is(":")
                    || token.is("of")
                    || token.is("cidb");
        }
    }
}
