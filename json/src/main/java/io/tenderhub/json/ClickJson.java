package io.tenderhub.json;

import io.tenderhub.search.SearchClick;
import io.tenderhub.tender.TenderQuery;

/** Which result of a search was looked at: {@code ocid, position}. */
public final class ClickJson {
    public static final ObjectShape SENT = Shape.input("SearchClick")
            .with("ocid", Shape.text().length(1, SearchClick.LONGEST_OCID).withExample("ocds-9t57fa-136656"))
            .with(
                    "position",
                    Shape.whole(1, TenderQuery.HIGHEST_LIMIT)
                            .withExample(1)
                            .described("On the page, 1 for the first result"));

    private ClickJson() {}
}
