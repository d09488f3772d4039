package dev.accrete.processor.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accrete.processor.source.Evaluation;
import dev.accrete.processor.testing.Compile;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs each converter here and in the JVM: both must return the same, or nothing is known here. */
class EvaluatorTest {

    private static final String DECLARATIONS = """
            package shop;
            import java.util.*;
            import java.util.function.*;
            import static shop.Constants.*;
            class Constants {
                static final String PREFIX = "p" + 1;
                static final long BIG = 1L << 40;
                static final List<String> LIST = List.of("x", "y", "z");
                static String join(String left, String right) { return left + "-" + right; }
                static String join(K left, int right) { return left.name() + right; }
            }
            interface Coded {
                String code();
                default String marked() { return "[" + code() + "]"; }
            }
            enum K implements Coded {
                A("a", 1), B("b", 300) { @Override public String marked() { return "B" + super.toString(); } }, C(PREFIX);
                private final String code;
                private Integer boxed;
                private int number = 5;
                public final char letter;
                private String later = "none";
                { letter = 'l'; }
                K(String code) { this(code, -1); later = null; }
                K(String code, int number) { this.code = code; this.number = number; boxed = number < 0 ? null : number; }
                public String code() { return code; }
                int number() { return number; }
                Integer boxed() { return boxed; }
                void setLater(String later) { this.later = later; }
                String later() { return later; }
                static K first() { return values()[0]; }
                @Override public String toString() { return "K" + ordinal(); }
            }
            """;

    /** Methods that convert, each in a class of its own. */
    private static final List<String> UNDERSTOOD = List.of(
            "String convert(K k) { return k == null ? null : k.name(); }",
            "String convert(K k) { return k.code(); }",
            "Integer convert(K k) { return k.ordinal(); }",
            "Object convert(K k) { return k + \"\" + k.letter; }",
            "String convert(K k) { return k.marked(); }",
            "Integer convert(K k) { return k.boxed(); }",
            "Integer convert(K k) { if (k.number() > 100) { return k.number() % 7; } else return -k.number(); }",
            "String convert(K k) { return join(k.code(), PREFIX) + Constants.join(k, 2); }",
            "long convert(K k) { return BIG + k.ordinal(); }",
            "Long convert(K k) { long l = k.number(); l += 2; return l; }",
            "Character convert(K k) { return k.code().charAt(0); }",
            "char convert(K k) { char c = k.code().toUpperCase().charAt(0); c++; return c; }",
            "int convert(K k) { return 'a' + k.ordinal(); }",
            "String convert(K k) { return \"\" + (char) ('a' + k.ordinal()) + 'x' + 1L + true + null; }",
            "byte convert(K k) { return (byte) (k.number() * 3); }",
            "short convert(K k) { final short s = 4; return k == K.A ? s : 7; }",
            "String convert(K k) { switch (k) { case A: return \"1\"; case B: break; default: return \"3\"; } return \"2\"; }",
            "String convert(K k) { String s = \"\"; switch (k) { case A: s += 1; case B: s += 2; default: s += 3; } return s; }",
            "int convert(K k) { return switch (k) { case A, B -> { int i = 3; yield i * 2; } case C -> 4; }; }",
            "int convert(K k) { return switch (k.code()) { case \"a\" -> 1; case \"b\" -> 2; default -> 0; }; }",
            "int convert(K k) { return switch (k.ordinal()) { case 0: yield 10; case 1: yield 11; default: yield 12; }; }",
            "String convert(K k) { var list = new ArrayList<String>(); for (K each : K.values()) { if (each == k) break;"
                    + " list.add(each.code()); } return String.valueOf(list.size()); }",
            "int convert(K k) { int n = 0; while (true) { if (n > k.number()) { return n; } n = n * 2 + 1; } }",
            "int convert(K k) { int n = 0; for (int i = 0, j = 9; i < j; i++, j--) { if (i == 2) continue; n += i; } return n; }",
            "int convert(K k) { int n = 9; do { n--; } while (n > k.ordinal()); return n; }",
            "String convert(K k) { return Optional.ofNullable(k).map(K::code).filter(c -> c.length() == 1).orElse(\"none\"); }",
            "String convert(K k) { return Optional.of(k).map(x -> x.code() + x.letter).orElseThrow(); }",
            "String convert(K k) { Function<K, String> f = Object::toString; return f.apply(k); }",
            "String convert(K k) { Supplier<String> s = k::name; return s.get(); }",
            "String convert(K k) { return Objects.requireNonNull(k, \"k\").code().replace(\"a\", \"bb\").substring(1); }",
            "String convert(K k) { return LIST.get(k.ordinal()) + K.valueOf(\"B\").code() + K.first().code(); }",
            "String convert(K k) { return k.compareTo(K.A) > 0 ? \"x\" : \"y\"; }",
            "boolean convert(K k) { return !k.equals(K.A) && (k != K.B || k.number() >= 300) ^ k.code().isEmpty(); }",
            "String convert(K k) { return (k == K.A || K.B == k ? \"ab\" : \"c\").concat(\"!\"); }",
            "int[] codes = {7, 8, 9}; int convert(K k) { return codes[k.ordinal()] + codes.length; }",
            "private final Map<K, String> map = new HashMap<>(); C() { map.put(K.A, \"x\"); }"
                    + " String convert(K k) { return map.containsKey(k) ? map.get(k) : \"?\"; }",
            "static final Map<K, Integer> MAP = Map.of(K.A, 1, K.B, 2); Integer convert(K k) { return MAP.get(k); }",
            "static final Map<K, Integer> MAP; static { Map<K, Integer> m = new EnumMap<>(K.class); m.put(K.C, 3);"
                    + " MAP = Collections.unmodifiableMap(m); } Integer convert(K k) { return MAP.getOrDefault(k, 0); }",
            "static final Random RANDOM = new Random(); static final String S = \"s\"; String convert(K k) { return S + k.code(); }",
            "String convert(K k) { return helper(k.code(), 1, 2, 3); }"
                    + " static String helper(String s, int... more) { return s + more.length + more[0]; }",
            "String convert(K k) { return helper(k.code()) + helper(k.number()); }"
                    + " String helper(String s) { return \"s\" + s; } String helper(int i) { return \"i\" + i; }",
            "static class Box { final String text; Box(K k) { text = k.code() + \"!\"; } String text() { return this.text; } }"
                    + " String convert(K k) { return new Box(k).text(); }",
            "String convert(K k) { StringBuilder b = new StringBuilder(k.name()); return b.append(1).append('c').reverse().toString(); }",
            "String convert(K k) { String name = k.name(); { name = name.toLowerCase(Locale.ROOT); } return name.trim(); }",
            "Integer convert(K k) { Integer i = k == K.A ? Integer.valueOf(7) : null; return i; }",
            "String convert(K k) { try { return k.code(); } catch (RuntimeException e) { return \"?\"; } }",
            "Boolean convert(K k) { return k == K.A ? Boolean.TRUE : null; }",
            "String convert(K k) { return Arrays.stream(K.values()).filter(x -> x.equals(k)).map(K::code).findFirst()"
                    + ".orElseThrow(() -> new IllegalArgumentException(\"none\")); }",
            "String convert(K k) { return EnumSet.allOf(K.class).stream().filter(x -> x.ordinal() == k.ordinal())"
                    + ".findAny().map(Enum::name).orElseThrow(IllegalArgumentException::new); }",
            "String convert(K k) { return String.format(\"%03d-%s\", k.number(), k.code()); }",
            "static final java.util.logging.Logger LOG = java.util.logging.Logger.getLogger(\"c\");"
                    + " String convert(K k) { LOG.fine(\"x\" + k); return k.code(); }",
            "static final Long YES = 1L; static final Long NO = null; Long convert(K k) { return k == K.A ? YES : NO; }",
            "static final Integer YES = 1; static final Integer NO = null; Object convert(K k) { return k == K.A ? NO : (YES); }",
            "static final char YES = 'y'; static final char NO = 'n'; Object convert(K k) { return k == K.A ? YES : NO; }",
            "int convert(K k) { return Integer.parseInt(\"1\" + k.ordinal()) << 2 >> 1 & 0xFF | 1; }");

    private static final Map<String, String> NOT_UNDERSTOOD = Map.ofEntries(
            Map.entry("String convert(K k) { return System.lineSeparator(); }", "System.lineSeparator()"),
            Map.entry("String convert(K k) { return k.later(); }", "later"),
            Map.entry("String convert(K k) { return new Random().nextInt() + \"\"; }", "java.util.Random"),
            Map.entry(
                    "static final Random R = new Random(); int convert(K k) { return R.nextInt(); }",
                    "java.util.Random"),
            Map.entry("static int count; int convert(K k) { count++; return 1; }", "count"),
            Map.entry("static String S = \"s\"; String convert(K k) { return S; }", "which is not final"),
            Map.entry("public static String S = \"s\"; String convert(K k) { return S; }", "which is not final"),
            Map.entry("String convert(K k) { return k.getClass().getName(); }", "getClass"),
            Map.entry("int convert(K k) { return k.hashCode(); }", "hashCode"),
            Map.entry("int convert(K k) { while (true) { } }", "1000000 steps"),
            Map.entry("int convert(K k) { return convert(k); }", "calls inside each other"),
            Map.entry("String convert(K k) { String s = \"x\"; while (true) { s += s; } }", "characters"),
            Map.entry("Object convert(K k) { return k == K.A ? 'x' : k.number(); }", "?"),
            Map.entry("Integer convert(K k) { return k == K.A ? k.boxed() : k == K.C ? k.boxed() : 0; }", "?"),
            Map.entry(
                    "static final Long YES = 1L; static final Integer NO = 2; Object convert(K k) { return k == K.A ? YES : NO; }",
                    "?"),
            Map.entry("String convert(K k) { throw new IllegalStateException(k.name()); }", "IllegalStateException"),
            Map.entry("int convert(K k) { Integer i = null; return i; }", "NullPointerException"),
            Map.entry("boolean convert(K k) { return k.code() == \"a\"; }", "identity of texts"),
            Map.entry("double convert(K k) { return k.number() / 2.0; }", "Double"),
            Map.entry("String convert(K k) { try { throw new Error(); } catch (Error e) { return \"\"; } }", "try"),
            Map.entry("String convert(K k) { return new Object() { String s() { return \"\"; } }.s(); }", "Object"));

    @TempDir
    private Path temp;

    @Test
    void whatIsUnderstoodReturnsWhatTheJvmReturns() throws Exception {
        Map<String, Evaluation.Result> results = evaluate(UNDERSTOOD);

        for (int i = 0; i < UNDERSTOOD.size(); i++) {
            assertThat(results.get("C" + i))
                    .as(UNDERSTOOD.get(i))
                    .isEqualTo(new Evaluation.Values(run("shop.Converters$C" + i)));
        }
    }

    @Test
    void whatIsNotUnderstoodIsNamed() throws IOException {
        List<String> methods = List.copyOf(NOT_UNDERSTOOD.keySet());
        Map<String, Evaluation.Result> results = evaluate(methods);

        for (int i = 0; i < methods.size(); i++) {
            assertThat(results.get("C" + i)).as(methods.get(i)).isInstanceOf(Evaluation.Unknown.class);
            assertThat(((Evaluation.Unknown) results.get("C" + i)).reason())
                    .as(methods.get(i))
                    .contains(NOT_UNDERSTOOD.get(methods.get(i)));
        }
    }

    @Test
    void aReasonNamesFileAndLine() throws IOException {
        assertThat(evaluate(List.of("String convert(K k) {\n return System.lineSeparator(); }")))
                .containsEntry(
                        "C0", new Evaluation.Unknown("System.lineSeparator() in Converters.java:7 is not understood"));
    }

    private Map<String, Evaluation.Result> evaluate(List<String> methods) throws IOException {
        Reading reading = new Reading(methods.size());
        Compile.Result result =
                Compile.into(temp.resolve("classes")).instead(reading).sources(sources(methods));
        assertThat(result.success()).as(result.text()).isTrue();
        return reading.results;
    }

    private static String[] sources(List<String> methods) {
        StringBuilder converters = new StringBuilder("""
                package shop;
                import java.util.*;
                import java.util.function.*;
                import static shop.Constants.*;
                class Converters {
                """);
        for (int i = 0; i < methods.size(); i++) {
            converters.append("static class C" + i + " { public ");
            // The method is the last member; what stands before it are others.
            String text = methods.get(i).replace(" C() {", " C" + i + "() {");
            int method = text.indexOf("convert(K k)");
            int start = Math.max(text.lastIndexOf("; ", method), text.lastIndexOf("} ", method)) + 1;
            String members = start > 0 ? text.substring(0, start) : "";
            converters.append(members.isEmpty() ? "" : "static void none() {} " + members + " public ");
            converters.append(text.substring(start).replaceFirst("convert\\(", "convertToDatabaseColumn("));
            converters.append(" }\n");
        }
        return new String[] {
            DECLARATIONS,
            converters.append("}\n").toString().replaceAll("return convert\\(", "return convertToDatabaseColumn(")
        };
    }

    private List<Object> run(String converter) throws ReflectiveOperationException, IOException {
        URL[] classes = {temp.resolve("classes").toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(classes, getClass().getClassLoader())) {
            Object instance = accessible(loader.loadClass(converter));
            List<Object> results = new ArrayList<>();
            for (Object constant : loader.loadClass("shop.K").getEnumConstants()) {
                Method method = Arrays.stream(instance.getClass().getDeclaredMethods())
                        .filter(each -> each.getName().equals("convertToDatabaseColumn"))
                        .findFirst()
                        .orElseThrow();
                method.setAccessible(true);
                try {
                    results.add(method.invoke(instance, constant));
                } catch (InvocationTargetException e) {
                    throw new AssertionError(converter + " throws", e.getCause());
                }
            }
            return results;
        }
    }

    private static Object accessible(Class<?> type) throws ReflectiveOperationException {
        var constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }

    @SupportedAnnotationTypes("*")
    private static final class Reading extends AbstractProcessor {

        private final int converters;
        private final Map<String, Evaluation.Result> results = new TreeMap<>();

        Reading(int converters) {
            this.converters = converters;
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (round.processingOver()) {
                Evaluation evaluation = Evaluator.of(processingEnv, Set.of(), Optional.empty());
                for (int i = 0; i < converters; i++) {
                    results.put("C" + i, evaluation.ofConstants("shop.Converters.C" + i, "shop.K"));
                }
            }
            return false;
        }
    }
}
