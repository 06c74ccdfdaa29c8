package io.tenderhub.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import io.tenderhub.bootstrap.LogSettings;
import java.util.Iterator;
import org.slf4j.LoggerFactory;

/** Logs as it is set, once the settings are known; until then as {@code logback.xml} says. */
final class Logs {
    private static final String ACCESS = "io.tenderhub.http.access";

    private Logs() {}

    static void apply(LogSettings settings) {
        // Whoever embeds the program may have chosen another way to log.
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            apply(settings, context);
        }
    }

    static void apply(LogSettings settings, LoggerContext context) {
        context.getLogger("io.tenderhub").setLevel(Level.valueOf(settings.level()));
        context.getLogger(ACCESS).setLevel(settings.access() ? Level.INFO : Level.OFF);
        if (settings.json()) {
            writeJson(context);
        }
    }

    private static void writeJson(LoggerContext context) {
        Iterator<Appender<ILoggingEvent>> appenders =
                context.getLogger(Logger.ROOT_LOGGER_NAME).iteratorForAppenders();
        while (appenders.hasNext()) {
            if (appenders.next() instanceof OutputStreamAppender<ILoggingEvent> stream) {
                JsonEncoder encoder = json();
                encoder.setContext(context);
                encoder.start();
                stream.setEncoder(encoder);
            }
        }
    }

    /** Time, level, thread, logger, message, request and failure; arguments stand in the message already. */
    private static JsonEncoder json() {
        JsonEncoder encoder = new JsonEncoder();
        encoder.setWithSequenceNumber(false);
        encoder.setWithNanoseconds(false);
        encoder.setWithContext(false);
        encoder.setWithMessage(false);
        encoder.setWithArguments(false);
        encoder.setWithFormattedMessage(true);
        return encoder;
    }
}
