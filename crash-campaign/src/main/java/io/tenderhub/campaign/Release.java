package io.tenderhub.campaign;

import java.time.Instant;

/**
 * One release of a tender, told apart from all others by its marker.
 *
 * @param number counts all releases of the campaign
 * @param marker a word that no other release has
 */
record Release(String ocid, int number, Instant date, String marker) {
    private static final String[] GRADINGS = {"3GB", "4GB", "5GB", "6GB", "7GB"};

    static Release of(String ocid, int number, Instant date) {
        return new Release(ocid, number, date, "K%06d".formatted(number));
    }

    Release withMarker(String another) {
        return new Release(ocid, number, date, another);
    }

    /** As published, on one line. */
    String json() {
        return ("{'ocid':'%1$s','id':'%1$s-%2$d','date':'%3$s','tag':['tender'],'initiationType':'tender','language':'en-za',"
                        + "'tender':{'id':'%1$s','title':'RFB %2$d/26','status':'active','province':'Gauteng',"
                        + "'mainProcurementCategory':'works','category':'Construction',"
                        + "'description':'Construction of a school building in Gauteng, lot %4$s. CIDB grade %5$s or higher is needed.',"
                        + "'tenderPeriod':{'endDate':'2030-12-01T11:00:00Z'},'value':{'amount':0,'currency':'ZAR'}},"
                        + "'buyer':{'id':'1','name':'Public Works'}}")
                .formatted(ocid, number, date, marker, GRADINGS[number % GRADINGS.length])
                .replace('\'', '"');
    }
}
