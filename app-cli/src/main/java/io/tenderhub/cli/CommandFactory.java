package io.tenderhub.cli;

import java.lang.reflect.Constructor;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes commands and mixins: those that ask for the terminal or the settings' sources get them. */
final class CommandFactory implements IFactory {
    private final Terminal terminal;
    private final Map<String, String> environment;
    private final IFactory others = CommandLine.defaultFactory();

    CommandFactory(Terminal terminal, Map<String, String> environment) {
        this.terminal = terminal;
        this.environment = Map.copyOf(environment);
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        if (type.getPackage() != CommandFactory.class.getPackage()) {
            return others.create(type);
        }
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            Class<?>[] wanted = constructor.getParameterTypes();
            if (wanted.length == 1 && wanted[0] == Terminal.class) {
                return type.cast(constructor.newInstance(terminal));
            }
            if (wanted.length == 1 && wanted[0] == Map.class) {
                return type.cast(constructor.newInstance(environment));
            }
        }
        return others.create(type);
    }
}
