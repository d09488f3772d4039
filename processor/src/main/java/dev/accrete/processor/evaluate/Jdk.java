package dev.accrete.processor.evaluate;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
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

    private static final int LONGEST_TEXT = 10_000;

    /** Methods by class; the receiver decides, or the name of the class for static ones. */
    private static final Map<Class<?>, Set<String>> LISTED = Map.ofEntries(
            Map.entry(
                    Boolean.class,
                    Set.of("booleanValue", "compareTo", "equals", "parseBoolean", "toString", "valueOf")),
            Map.entry(
                    Byte.class,
                    Set.of(
                            "byteValue",
                            "compareTo",
                            "equals",
                            "intValue",
                            "longValue",
                            "parseByte",
                            "shortValue",
                            "toString",
                            "valueOf")),
            Map.entry(
                    Character.class,
                    Set.of(
                            "charValue",
                            "compareTo",
                            "equals",
                            "getNumericValue",
                            "isDigit",
                            "isLetter",
                            "isLowerCase",
                            "isUpperCase",
                            "toLowerCase",
                            "toString",
                            "toUpperCase",
                            "valueOf")),
            Map.entry(Collection.class, Set.of("add", "contains", "isEmpty", "size", "stream")),
            Map.entry(
                    Collections.class,
                    Set.of(
                            "emptyList",
                            "emptyMap",
                            "emptySet",
                            "singletonList",
                            "unmodifiableCollection",
                            "unmodifiableList",
                            "unmodifiableMap",
                            "unmodifiableSet")),
            Map.entry(
                    Integer.class,
                    Set.of(
                            "byteValue",
                            "compare",
                            "compareTo",
                            "equals",
                            "intValue",
                            "longValue",
                            "parseInt",
                            "shortValue",
                            "toHexString",
                            "toString",
                            "valueOf")),
            Map.entry(List.class, Set.of("equals", "get", "indexOf")),
            Map.entry(
                    Long.class,
                    Set.of(
                            "byteValue",
                            "compare",
                            "compareTo",
                            "equals",
                            "intValue",
                            "longValue",
                            "parseLong",
                            "shortValue",
                            "toString",
                            "valueOf")),
            Map.entry(
                    Map.class,
                    Set.of(
                            "containsKey",
                            "containsValue",
                            "entry",
                            "entrySet",
                            "get",
                            "getOrDefault",
                            "isEmpty",
                            "keySet",
                            "put",
                            "putIfAbsent",
                            "size",
                            "values")),
            Map.entry(Map.Entry.class, Set.of("getKey", "getValue")),
            Map.entry(Math.class, Set.of("abs", "floorMod", "max", "min", "toIntExact")),
            Map.entry(
                    Objects.class,
                    Set.of(
                            "equals",
                            "isNull",
                            "nonNull",
                            "requireNonNull",
                            "requireNonNullElse",
                            "requireNonNullElseGet",
                            "toString")),
            Map.entry(
                    Optional.class,
                    Set.of(
                            "empty",
                            "filter",
                            "flatMap",
                            "get",
                            "isEmpty",
                            "isPresent",
                            "map",
                            "of",
                            "ofNullable",
                            "or",
                            "orElse",
                            "orElseGet",
                            "orElseThrow")),
            Map.entry(
                    Short.class,
                    Set.of(
                            "byteValue",
                            "compareTo",
                            "equals",
                            "intValue",
                            "longValue",
                            "parseShort",
                            "shortValue",
                            "toString",
                            "valueOf")),
            Map.entry(
                    Stream.class,
                    Set.of(
                            "allMatch",
                            "anyMatch",
                            "count",
                            "filter",
                            "findAny",
                            "findFirst",
                            "map",
                            "noneMatch",
                            "skip",
                            "toList")),
            Map.entry(
                    String.class,
                    Set.of(
                            "charAt",
                            "compareTo",
                            "concat",
                            "contains",
                            "endsWith",
                            "equals",
                            "equalsIgnoreCase",
                            "indexOf",
                            "isBlank",
                            "isEmpty",
                            "lastIndexOf",
                            "length",
                            "replace",
                            "replaceAll",
                            "replaceFirst",
                            "startsWith",
                            "strip",
                            "substring",
                            "toLowerCase",
                            "toString",
                            "toUpperCase",
                            "trim",
                            "valueOf")),
            Map.entry(StringBuilder.class, Set.of("append", "charAt", "insert", "length", "reverse", "toString")));

    /** What depends on the default locale, unless one is given. */
    private static final Set<String> OF_LOCALE = Set.of("toLowerCase", "toUpperCase");

    private static final Map<String, Object> FIELDS = Map.of(
            "java.lang.Boolean.TRUE", true,
            "java.lang.Boolean.FALSE", false,
            "java.util.Locale.ROOT", Locale.ROOT,
            "java.util.Locale.ENGLISH", Locale.ENGLISH,
            "java.util.Locale.US", Locale.US);

    private Jdk() {}

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
                .flatMap(each -> method(each, name, arguments, true))
                .map(found -> invoke(found, null, arguments))
                .orElseThrow(Unlisted::new)
                .value();
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
        List<Object> passed = receiver instanceof String && OF_LOCALE.contains(name) && arguments.isEmpty()
                ? List.of(Locale.ROOT)
                : arguments;
        return LISTED.keySet().stream()
                .filter(each -> each.isInstance(receiver))
                .flatMap(each -> method(each, name, passed, false).stream())
                .findFirst()
                .map(found -> invoke(found, receiver, passed))
                .orElseThrow(Unlisted::new)
                .value();
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

    private static Optional<Method> method(Class<?> type, String name, List<Object> arguments, boolean isStatic) {
        if (!LISTED.get(type).contains(name)) {
            return Optional.empty();
        }
        List<Method> fitting = Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals(name) && !method.isBridge())
                .filter(method -> Modifier.isStatic(method.getModifiers()) == isStatic)
                .filter(method -> fits(method.getParameterTypes(), arguments))
                .toList();
        return fitting.stream()
                .filter(method -> fitting.stream().allMatch(other -> isAtLeastAsSpecific(method, other)))
                .findFirst();
    }

    private static boolean fits(Class<?>[] parameters, List<Object> arguments) {
        if (parameters.length != arguments.size()) {
            return false;
        }
        for (int i = 0; i < parameters.length; i++) {
            if (!fits(parameters[i], arguments.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(Class<?> parameter, Object argument) {
        if (parameter.isPrimitive()) {
            return argument != null && converted(parameter, argument).isPresent();
        }
        return argument == null && parameter != char[].class
                || parameter.isInstance(argument)
                || argument instanceof Lambda && parameter.isInterface();
    }

    /** A number or character where a primitive type is wanted, widened (JLS 5.1.2). */
    private static Optional<Object> converted(Class<?> primitive, Object value) {
        if (primitive == boolean.class) {
            return Optional.of(value).filter(Boolean.class::isInstance);
        }
        if (primitive == char.class) {
            return Optional.of(value).filter(Character.class::isInstance);
        }
        if (value instanceof Character character) {
            return primitive == int.class
                    ? Optional.of((int) character)
                    : primitive == long.class ? Optional.of((long) character) : Optional.empty();
        }
        int rank = value instanceof Byte ? 0 : value instanceof Short ? 1 : value instanceof Integer ? 2 : 3;
        if (!(value instanceof Number number) || value instanceof Float || value instanceof Double) {
            return Optional.empty();
        }
        if (primitive == byte.class && rank == 0) {
            return Optional.of(number.byteValue());
        }
        if (primitive == short.class && rank <= 1) {
            return Optional.of(number.shortValue());
        }
        if (primitive == int.class && rank <= 2) {
            return Optional.of(number.intValue());
        }
        return primitive == long.class ? Optional.of(number.longValue()) : Optional.empty();
    }

    private static boolean isAtLeastAsSpecific(Method method, Method other) {
        Class<?>[] own = method.getParameterTypes();
        Class<?>[] others = other.getParameterTypes();
        for (int i = 0; i < own.length; i++) {
            boolean narrower = own[i].isPrimitive() && others[i].isPrimitive()
                    ? width(own[i]) <= width(others[i])
                    : own[i].isPrimitive() || others[i].isAssignableFrom(own[i]);
            if (!narrower) {
                return false;
            }
        }
        return true;
    }

    private static int width(Class<?> primitive) {
        return List.of(boolean.class, byte.class, short.class, char.class, int.class, long.class)
                .indexOf(primitive);
    }

    /** What a call returned, which may be null. */
    private record Returned(Object value) {}

    private static Returned invoke(Method method, Object receiver, List<Object> arguments) {
        Class<?>[] parameters = method.getParameterTypes();
        Object[] passed = new Object[parameters.length];
        for (int i = 0; i < parameters.length; i++) {
            Object argument = arguments.get(i);
            passed[i] = parameters[i].isPrimitive()
                    ? converted(parameters[i], argument).orElseThrow()
                    : argument instanceof Lambda lambda ? function(parameters[i], lambda) : argument;
        }
        try {
            Object result = method.invoke(receiver, passed);
            if (result instanceof CharSequence text && text.length() > LONGEST_TEXT) {
                throw new NotUnderstood("a text of more than " + LONGEST_TEXT + " characters");
            }
            return new Returned(result);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof NotUnderstood || e.getCause() instanceof Thrown) {
                throw (RuntimeException) e.getCause();
            }
            throw new Thrown(e.getCause().getClass().getSimpleName());
        } catch (IllegalAccessException e) {
            throw new NotUnderstood("the method " + method.getName());
        }
    }

    /** A lambda as the JDK calls it. */
    private static Object function(Class<?> type, Lambda lambda) {
        return Proxy.newProxyInstance(
                Jdk.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> lambda.call(arguments == null ? List.of() : Arrays.asList(arguments)));
    }
}
