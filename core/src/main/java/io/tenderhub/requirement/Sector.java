package io.tenderhub.requirement;

/** Kinds of work, coarse enough that a company can name its own. */
public enum Sector {
    CONSTRUCTION,
    CIVIL_ENGINEERING,
    ELECTRICAL,
    MECHANICAL,
    WATER_AND_SANITATION,
    SECURITY,
    CLEANING,
    CATERING,
    TRANSPORT,
    HEALTH,
    EDUCATION_AND_TRAINING,
    INFORMATION_TECHNOLOGY,
    PROFESSIONAL_SERVICES,
    ENVIRONMENT_AND_WASTE,
    AGRICULTURE,
    ENERGY,
    MEDIA_AND_EVENTS,
    SUPPLIES
}
