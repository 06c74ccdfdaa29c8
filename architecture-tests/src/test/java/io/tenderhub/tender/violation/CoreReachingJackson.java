package io.tenderhub.tender.violation;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Breaks: the core is pure Java. */
public record CoreReachingJackson(ObjectMapper mapper) {}
