package io.tenderhub.feeds.ocds;

import io.tenderhub.feeds.published.Field;
import io.tenderhub.feeds.published.MoneyField;
import io.tenderhub.tender.Award;
import java.util.ArrayList;
import java.util.List;

/** The awards with their suppliers. */
final class Awards {
    private Awards() {}

    static List<Award> of(Field release, Parties parties) {
        List<Award> awards = new ArrayList<>();
        for (Field entry : release.objects("awards")) {
            Award award = new Award(
                    entry.child("id").id(),
                    entry.child("status").text(),
                    entry.child("date").date(),
                    MoneyField.read(entry.object("value")),
                    parties.named(entry.objects("suppliers")));
            if (award.id().isPresent()
                    || award.status().isPresent()
                    || award.date().isPresent()
                    || award.value().isPresent()
                    || !award.suppliers().isEmpty()) {
                awards.add(award);
            }
        }
        return awards;
    }
}
