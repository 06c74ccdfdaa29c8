package io.tenderhub.feeds;

/** Chooses the way for an input. */
interface JsonReadings {
    /** @param name of the input */
    JsonReading of(String name, OpenedInput input, RecordClassifier classifier, JsonLayout layout);
}
