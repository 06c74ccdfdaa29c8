package io.tenderhub.http;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives each test class that asks for one the same {@link ServedHub}, started for the first and closed after the last. */
public final class Served implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == ServedHub.class;
    }

    @Override
    public ServedHub resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(Served.class))
                .computeIfAbsent(ServedHub.class, key -> ServedHub.start(), ServedHub.class);
    }
}
