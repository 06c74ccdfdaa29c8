package io.tenderhub.isolation;

import io.tenderhub.event.UnitOfWork.TeamTransaction;
import io.tenderhub.team.Actor;
import io.tenderhub.team.TeamId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Every method through which something of a team can be reached, found in the compiled core itself. */
final class TenantSurface {
    private TenantSurface() {}

    /**
     * Methods of what is opened for one team: the parts of a team's transaction, and whatever a {@code forTeam} gives.
     *
     * @return names such as {@code MemberRepository.remove}
     */
    static Set<String> opened() {
        Set<Class<?>> types = new LinkedHashSet<>();
        Arrays.stream(TeamTransaction.class.getMethods())
                .map(Method::getReturnType)
                .forEach(types::add);
        for (Class<?> type : types()) {
            declared(type)
                    .filter(TenantSurface::opens)
                    .map(Method::getReturnType)
                    .forEach(types::add);
        }
        types.remove(Object.class);
        return names(types.stream().flatMap(TenantSurface::declared).filter(method -> !opens(method)));
    }

    /** Methods of the core's public types, records apart, that are told who acts, and so for which team. */
    static Set<String> acted() {
        return taking(Actor.class);
    }

    /** Such methods that are simply told a team: whoever calls them may name any. */
    static Set<String> named() {
        return taking(TeamId.class);
    }

    private static Set<String> taking(Class<?> parameter) {
        return names(types().stream()
                .filter(type -> !type.isRecord())
                .flatMap(TenantSurface::declared)
                .filter(method -> !opens(method))
                .filter(method ->
                        Arrays.stream(method.getGenericParameterTypes()).anyMatch(type -> names(type, parameter))));
    }

    private static boolean opens(Method method) {
        return method.getName().equals("forTeam");
    }

    private static boolean names(Type type, Class<?> wanted) {
        return type == wanted
                || type instanceof ParameterizedType generic
                        && Arrays.stream(generic.getActualTypeArguments()).anyMatch(part -> names(part, wanted));
    }

    private static Stream<Method> declared(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic());
    }

    private static Set<String> names(Stream<Method> methods) {
        Set<String> names = new TreeSet<>();
        methods.forEach(method -> names.add(method.getDeclaringClass().getSimpleName() + "." + method.getName()));
        return names;
    }

    /** The public types of the core, in memory ones apart: they stand in for the stores. */
    private static List<Class<?>> types() {
        List<Class<?>> types = new ArrayList<>();
        for (String name : classNames()) {
            try {
                Class<?> type = Class.forName(name, false, TenantSurface.class.getClassLoader());
                if (isPublic(type) && !name.startsWith("io.tenderhub.memory.")) {
                    types.add(type);
                }
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(name + " was listed and is not there", e);
            }
        }
        return types;
    }

    private static boolean isPublic(Class<?> type) {
        Class<?> enclosing = type.getEnclosingClass();
        return (Modifier.isPublic(type.getModifiers())) && (enclosing == null || isPublic(enclosing));
    }

    private static List<String> classNames() {
        try {
            Path place = Path.of(TeamId.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isDirectory(place)) {
                return classNames(place);
            }
            try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + place.toUri()), Map.of())) {
                return classNames(jar.getPath("/"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the core was loaded from no place in the file system", e);
        }
    }

    private static List<String> classNames(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(file -> file.startsWith("io/tenderhub/") && file.endsWith(".class"))
                    .filter(file -> !file.endsWith("package-info.class"))
                    .map(file -> file.substring(0, file.length() - 6).replace('/', '.'))
                    .sorted()
                    .toList();
        }
    }
}
