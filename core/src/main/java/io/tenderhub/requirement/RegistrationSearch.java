package io.tenderhub.requirement;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the first mention of each registration. */
final class RegistrationSearch {
    private @Nullable Evidence @Nullable [] mentions;

    void at(Passage passage, int registration, int start, int end) {
        if (mentions == null) {
            mentions = new Evidence[Phrasebook.REGISTRATIONS.size()];
        }
        if (mentions[registration] == null) {
            mentions[registration] = passage.evidence(start, end);
        }
    }

    /** In the order of {@link Phrasebook#REGISTRATIONS}. */
    List<Finding<String>> found() {
        if (mentions == null) {
            return List.of();
        }
        List<Finding<String>> found = new ArrayList<>();
        for (int i = 0; i < mentions.length; i++) {
            Evidence mention = mentions[i];
            if (mention != null) {
                found.add(new Finding<>(Phrasebook.REGISTRATIONS.get(i).code(), mention));
            }
        }
        return found;
    }
}
