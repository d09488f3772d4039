package dev.accrete.processor.map.annotation;

import java.io.IOException;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The annotations of a library. */
final class MappingAnnotations {

    private MappingAnnotations() {}

    /**
     * The annotation types of a package and those below it that can stand on something by themselves, by name.
     *
     * @param anchor a class of the library
     * @param folder the package's path, with the slash at its end
     */
    static List<Class<?>> in(Class<?> anchor, String folder)
            throws IOException, URISyntaxException, ClassNotFoundException {
        Path jar = Path.of(
                anchor.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (JarFile file = new JarFile(jar.toFile());
                Stream<String> entries = file.stream().map(entry -> entry.getName())) {
            List<String> names = entries.filter(name -> name.startsWith(folder) && name.endsWith(".class"))
                    .filter(name -> !name.endsWith("-info.class"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .sorted()
                    .toList();
            List<Class<?>> types = new ArrayList<>();
            for (String name : names) {
                Class<?> type = Class.forName(name, false, anchor.getClassLoader());
                Target target = type.getAnnotation(Target.class);
                if (type.isAnnotation() && (target == null || isOnDeclarations(target))) {
                    types.add(type);
                }
            }
            return types;
        }
    }

    /** The same without the ones that only hold others when they are repeated. */
    static List<Class<?>> withoutContainers(List<Class<?>> types) {
        Set<Class<?>> containers = types.stream()
                .map(type -> type.getAnnotation(Repeatable.class))
                .filter(Objects::nonNull)
                .map(Repeatable::value)
                .collect(Collectors.toSet());
        return types.stream().filter(type -> !containers.contains(type)).toList();
    }

    private static boolean isOnDeclarations(Target target) {
        return Stream.of(target.value()).anyMatch(place -> switch (place) {
            case TYPE, FIELD, METHOD, PACKAGE, ANNOTATION_TYPE, CONSTRUCTOR -> true;
            default -> false;
        });
    }
}
