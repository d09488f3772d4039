package dev.accrete.processor.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What of the JDK is understood: methods whose result depends on their arguments alone, on the JVM's own objects, and
 * collections. They are called by reflection.
 */
final class Jdk {

    /** Methods by class; the receiver decides, or the name of the class for static ones. */
    private static final Map<Class<?>, Set<String>> LISTED = Map.ofEntries(
            methods(Boolean.class, "booleanValue compareTo equals parseBoolean toString valueOf"),
            methods(Byte.class, "byteValue compareTo equals intValue longValue parseByte shortValue toString valueOf"),
            methods(
                    Character.class,
                    "charValue compareTo equals getNumericValue isDigit isLetter isLowerCase isUpperCase "
                            + "toLowerCase toString toUpperCase valueOf"),
            methods(Collection.class, "add contains isEmpty size stream"),
            methods(
                    Collections.class,
                    "emptyList emptyMap emptySet singletonList unmodifiableCollection unmodifiableList "
                            + "unmodifiableMap unmodifiableSet"),
            methods(
                    Integer.class,
                    "byteValue compare compareTo equals intValue longValue parseInt shortValue toHexString "
                            + "toString valueOf"),
            methods(List.class, "equals get indexOf"),
            methods(
                    Long.class,
                    "byteValue compare compareTo equals intValue longValue parseLong shortValue toString valueOf"),
            methods(
                    Map.class,
                    "containsKey containsValue entry entrySet get getOrDefault isEmpty keySet put putIfAbsent "
                            + "size values"),
            methods(Map.Entry.class, "getKey getValue"),
            methods(Math.class, "abs floorMod max min toIntExact"),
            methods(
                    Objects.class,
                    "equals isNull nonNull requireNonNull requireNonNullElse requireNonNullElseGet toString"),
            methods(
                    Optional.class,
                    "empty filter flatMap get isEmpty isPresent map of ofNullable or orElse orElseGet "
                            + "orElseThrow"),
            methods(
                    Short.class,
                    "byteValue compareTo equals intValue longValue parseShort shortValue toString valueOf"),
            methods(Stream.class, "allMatch anyMatch count filter findAny findFirst map noneMatch skip toList"),
            methods(
                    String.class,
                    "charAt compareTo concat contains endsWith equals equalsIgnoreCase indexOf isBlank "
                            + "isEmpty lastIndexOf length replace replaceAll replaceFirst startsWith strip substring "
                            + "toLowerCase toString toUpperCase trim valueOf"),
            methods(StringBuilder.class, "append charAt insert length reverse toString"));

    /** What depends on the default locale, unless one is given. */
    private static final Set<String> OF_LOCALE = Set.of("toLowerCase", "toUpperCase");

    private static final Map<String, Object> FIELDS = Map.of(
            "java.lang.Boolean.TRUE", true,
            "java.lang.Boolean.FALSE", false,
            "java.util.Locale.ROOT", Locale.ROOT,
            "java.util.Locale.ENGLISH", Locale.ENGLISH,
            "java.util.Locale.US", Locale.US);

    private Jdk() {}

    private static Map.Entry<Class<?>, Set<String>> methods(Class<?> type, String names) {
        return Map.entry(type, Set.of(names.split(" ")));
    }

    /** A method that is not listed; who calls knows what to say about it. */
    static final class Unlisted extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unlisted() {
            super(null, null, false, false);
        }
    }

    static Object field(String type, String name) {
        Object value = FIELDS.get(type + "." + name);
        if (value == null) {
            throw new NotUnderstood("the field " + name + " of " + type);
        }
        return value;
    }

    /** Calls a static method. */
    static Object call(String type, String name, List<Object> arguments) {
        switch (type + "." + name) {
            case "java.lang.String.format":
                return format(arguments);
            case "java.util.Arrays.stream", "java.util.stream.Stream.of":
                return Arrays.stream(elements(arguments));
            case "java.util.Arrays.asList":
                return Arrays.asList(elements(arguments));
            case "java.util.EnumSet.of":
                return new LinkedHashSet<>(arguments);
            case "java.util.List.of":
                return listed(() -> List.of(elements(arguments)));
            case "java.util.Map.of":
                return listed(() -> Map.ofEntries(entries(arguments)));
            case "java.util.Map.ofEntries":
                return listed(() -> Map.ofEntries(Arrays.stream(elements(arguments))
                        .map(Map.Entry.class::cast)
                        .toArray(Map.Entry<?, ?>[]::new)));
            case "java.util.Set.of":
                return listed(() -> Set.of(elements(arguments)));
            default:
                break;
        }
        return LISTED.keySet().stream()
                .filter(each -> each.getCanonicalName().equals(type))
                .findFirst()
                .filter(each -> LISTED.get(each).contains(name))
                .flatMap(each -> JdkMethod.ofClass(each, name, arguments))
                .orElseThrow(Unlisted::new)
                .invoke(null, arguments);
    }

    /** @param arguments elements, or one array of them */
    private static Object[] elements(List<Object> arguments) {
        return arguments.size() == 1 && arguments.get(0) instanceof Object[] array ? array : arguments.toArray();
    }

    /** @param arguments the format and what it shows: texts, numbers and such, whose text is their own */
    private static String format(List<Object> arguments) {
        boolean plain = arguments.stream()
                .allMatch(each -> each == null
                        || each instanceof String
                        || each instanceof Number
                        || each instanceof Character
                        || each instanceof Boolean);
        if (!plain || !(arguments.get(0) instanceof String format)) {
            throw new Unlisted();
        }
        return String.format(
                Locale.ROOT, format, arguments.subList(1, arguments.size()).toArray());
    }

    private static Map.Entry<?, ?>[] entries(List<Object> keysAndValues) {
        Map.Entry<?, ?>[] entries = new Map.Entry<?, ?>[keysAndValues.size() / 2];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = Map.entry(keysAndValues.get(2 * i), keysAndValues.get(2 * i + 1));
        }
        return entries;
    }

    /** The factories refuse null and what is there twice. */
    private static Object listed(Supplier<Object> factory) {
        try {
            return factory.get();
        } catch (NullPointerException | IllegalArgumentException e) {
            throw new Thrown(e.getClass().getSimpleName());
        }
    }

    /** Calls a method of an object of the JDK. */
    static Object call(Object receiver, String name, List<Object> arguments) {
        if (receiver instanceof String && name.equals("formatted")) {
            List<Object> formatAndShown = new ArrayList<>(List.of(receiver));
            formatAndShown.addAll(Arrays.asList(elements(arguments)));
            return format(formatAndShown);
        }
        List<Object> passed = receiver instanceof String && OF_LOCALE.contains(name) && arguments.isEmpty()
                ? List.of(Locale.ROOT)
                : arguments;
        return LISTED.keySet().stream()
                .filter(each -> each.isInstance(receiver) && LISTED.get(each).contains(name))
                .flatMap(each -> JdkMethod.ofObjects(each, name, passed).stream())
                .findFirst()
                .orElseThrow(Unlisted::new)
                .invoke(receiver, passed);
    }

    /** Creates an object of the JDK. */
    static Object create(String type, List<Object> arguments) {
        Optional<Map<?, ?>> map = arguments.size() == 1 && arguments.get(0) instanceof Map<?, ?> given
                ? Optional.of(given)
                : Optional.empty();
        boolean plain = arguments.isEmpty() || arguments.size() == 1 && arguments.get(0) instanceof Integer;
        switch (type) {
            case "java.util.HashMap":
                if (plain || map.isPresent()) {
                    return new HashMap<>(map.orElse(Map.of()));
                }
                break;
            case "java.util.LinkedHashMap":
                if (plain || map.isPresent()) {
                    return new LinkedHashMap<>(map.orElse(Map.of()));
                }
                break;
            case "java.util.EnumMap":
                if (arguments.size() == 1) {
                    Map<Object, Object> sorted = new TreeMap<>(Comparator.nullsFirst(Comparator.comparing(
                            key -> ((Instance) key).constant().orElseThrow().ordinal())));
                    sorted.putAll(map.orElse(Map.of()));
                    return sorted;
                }
                break;
            case "java.util.ArrayList":
                if (plain) {
                    return new ArrayList<>();
                }
                break;
            case "java.util.HashSet":
                if (plain) {
                    return new HashSet<>();
                }
                break;
            case "java.lang.StringBuilder":
                if (plain) {
                    return new StringBuilder();
                }
                if (arguments.get(0) instanceof String text) {
                    return new StringBuilder(text);
                }
                break;
            default:
                break;
        }
        throw new NotUnderstood("an object of " + type);
    }
}
