package io.tenderhub.cidb;

/** Classes of construction works of the CIDB register (Construction Industry Development Regulations, 2004, schedule 3). */
public enum CidbClass {
    GB("general building works"),
    CE("civil engineering works"),
    EB("electrical engineering works, buildings"),
    EP("electrical engineering works, infrastructure"),
    ME("mechanical engineering works"),
    SB("asphalt works"),
    SC("building excavations, shaft sinking and lateral earth support"),
    SD("corrosion protection"),
    SE("demolition and blasting"),
    SF("fire prevention and protection systems"),
    SG("glazing, curtain walls and shop fronts"),
    SH("landscaping, irrigation and horticultural works"),
    SI("lifts, escalators and travellators"),
    SJ("piling and specialised foundations"),
    SK("road markings and signage"),
    SL("structural steelwork fabrication and erection"),
    SM("timber buildings and structures"),
    SN("waterproofing of basements, roofs and walls"),
    SO("water supply and drainage for buildings"),
    SQ("steel security fencing and precast concrete");

    private final String works;

    CidbClass(String works) {
        this.works = works;
    }

    /** The kind of works in words. */
    public String works() {
        return works;
    }
}
