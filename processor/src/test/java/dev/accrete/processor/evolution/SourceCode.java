package dev.accrete.processor.evolution;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.beans.Introspector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The sources of an application as they are edited: what stands where, as javac's parser sees it. Texts are read anew when they change. */
final class SourceCode {

    private static final Pattern CLASS = Pattern.compile("([\\w.]+)(?:<.*>)?(?:\\[])*$");
    private static final Pattern ARGUMENTS = Pattern.compile("<(.*)>");

    /** What messages call the parts of a collection. */
    private static final Set<String> PARTS = Set.of("key", "value", "element");

    private static final Set<String> IDENTIFIERS = Set.of("Id", "EmbeddedId");

    private final Map<String, String> files;
    private final Map<String, Unit> units = new LinkedHashMap<>();

    /**
     * A part of a file.
     *
     * @param start its first character
     * @param end behind its last one
     */
    record Span(String file, int start, int end) {}

    record Annotation(String name, Span span) {}

    /**
     * A class, record, interface or enum.
     *
     * @param name with those of the classes that it stands in: {@code Order.Line}
     * @param superclass without its type arguments, empty if there is none
     * @param constants of an enum
     */
    record Type(
            String name,
            Tree.Kind kind,
            Span span,
            String superclass,
            List<Annotation> annotations,
            List<Member> members,
            List<Span> constants) {

        boolean has(String annotation) {
            return annotations.stream().anyMatch(each -> each.name().equals(annotation));
        }
    }

    /**
     * A field, a record's component or a getter.
     *
     * @param name of the attribute
     * @param declared its type, where it stands
     */
    record Member(String name, boolean getter, Span span, Span declared, List<Annotation> annotations) {

        boolean has(String annotation) {
            return annotations.stream().anyMatch(each -> each.name().equals(annotation));
        }
    }

    private record Unit(String text, List<String> imports, List<Type> types) {}

    /** @param files by name; edits change them */
    SourceCode(Map<String, String> files) {
        this.files = files;
    }

    Map<String, String> files() {
        return files;
    }

    String text(Span span) {
        return files.get(span.file()).substring(span.start(), span.end());
    }

    void replace(Span span, String text) {
        files.computeIfPresent(
                span.file(), (name, whole) -> whole.substring(0, span.start()) + text + whole.substring(span.end()));
    }

    /** Annotates what stands there. */
    void annotate(Span declaration, String annotation) {
        replace(new Span(declaration.file(), declaration.start(), declaration.start()), annotation + " ");
    }

    /** All classes, those within others too. */
    List<Type> types() {
        return files.keySet().stream()
                .flatMap(file -> unit(file).types().stream())
                .toList();
    }

    /** As they stand there, without the word. */
    List<String> imports(String file) {
        return unit(file).imports();
    }

    /** By its name, or by its name within the class around it. */
    Optional<Type> type(String name) {
        String plain = name.replace('$', '.');
        return first(each -> each.name().equals(plain))
                .or(() -> first(each -> each.name().endsWith("." + plain)));
    }

    private Optional<Type> first(Predicate<Type> wanted) {
        return types().stream().filter(wanted).findFirst();
    }

    /** Where to annotate what messages call {@code Order.address.city}, or a class. */
    Optional<Span> declaration(String path) {
        String[] names = path.replace('$', '.').split("\\.");
        for (int count = names.length; count > 0; count--) {
            Optional<Type> found = type(String.join(".", List.of(names).subList(0, count)));
            if (found.isPresent()) {
                return count == names.length
                        ? found.map(Type::span)
                        : member(found.get(), List.of(names).subList(count, names.length));
            }
        }
        return Optional.empty();
    }

    private Optional<Span> member(Type start, List<String> path) {
        Optional<Type> type = Optional.of(start);
        Optional<Member> member = Optional.empty();
        for (String name : path) {
            Optional<Member> found = type.flatMap(owner -> attribute(owner, name));
            if (found.isEmpty() && PARTS.contains(name)) {
                boolean key = name.equals("key");
                type = member.flatMap(collection -> part(collection, key));
            } else {
                member = found;
                type = found.flatMap(attribute -> part(attribute, false));
            }
        }
        return member.map(Member::span);
    }

    /** The class of an attribute, or of its elements, or of its keys. */
    private Optional<Type> part(Member member, boolean key) {
        String declared = text(member.declared()).replaceAll("@\\w+(?:\\([^)]*\\))?\\s*", "");
        Matcher arguments = ARGUMENTS.matcher(declared);
        List<String> parts = arguments.find() ? arguments(arguments.group(1)) : List.of(declared);
        Matcher name = CLASS.matcher(parts.get(key ? 0 : parts.size() - 1).strip());
        return name.find() ? type(withoutPackage(name.group(1))) : Optional.empty();
    }

    private static String withoutPackage(String name) {
        return name.replaceFirst("^(?:[a-z]\\w*\\.)+", "");
    }

    private static List<String> arguments(String list) {
        List<String> arguments = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < list.length(); i++) {
            char each = list.charAt(i);
            depth += each == '<' ? 1 : each == '>' ? -1 : 0;
            if (each == ',' && depth == 0) {
                arguments.add(list.substring(start, i));
                start = i + 1;
            }
        }
        arguments.add(list.substring(start));
        return arguments;
    }

    /** An attribute of a class or of one above, where it is mapped: the field, or the getter. */
    private Optional<Member> attribute(Type type, String name) {
        List<Member> members =
                type.members().stream().filter(each -> each.name().equals(name)).toList();
        if (members.isEmpty()) {
            return above(type)
                    .flatMap(superclass -> attribute(superclass, name))
                    .or(() -> below(type, name));
        }
        boolean byGetters = isReadByGetters(type);
        return members.stream()
                .filter(each -> each.has("Access"))
                .findFirst()
                .or(() -> members.stream()
                        .filter(each -> each.getter() == byGetters)
                        .findFirst())
                .or(() -> Optional.of(members.get(0)));
    }

    /** Where classes of an embedded value differ, an attribute is of one of them. */
    private Optional<Member> below(Type type, String name) {
        return types().stream()
                .filter(each ->
                        !each.name().equals(type.name()) && hierarchy(each).anyMatch(type::equals))
                .flatMap(each -> each.members().stream())
                .filter(each -> each.name().equals(name))
                .findFirst();
    }

    private Optional<Type> above(Type type) {
        return type.superclass().isEmpty() ? Optional.empty() : type(type.superclass());
    }

    private boolean isReadByGetters(Type type) {
        if (type.has("Access")) {
            return type.annotations().stream()
                    .anyMatch(each ->
                            each.name().equals("Access") && text(each.span()).contains("PROPERTY"));
        }
        List<Member> members =
                hierarchy(type).flatMap(each -> each.members().stream()).toList();
        return Stream.<Predicate<Member>>of(
                        each -> IDENTIFIERS.stream().anyMatch(each::has),
                        each -> !each.annotations().isEmpty())
                .map(says -> members.stream().filter(says).toList())
                .filter(said -> !said.isEmpty())
                .findFirst()
                .filter(said -> said.stream().allMatch(Member::getter))
                .isPresent();
    }

    private Stream<Type> hierarchy(Type type) {
        return Stream.iterate(Optional.of(type), Optional::isPresent, each -> each.flatMap(this::above))
                .map(Optional::get)
                .limit(20);
    }

    private Unit unit(String file) {
        String text = files.get(file);
        Unit known = units.get(file);
        if (known == null || !known.text().equals(text)) {
            known = parse(file, text);
            units.put(file, known);
        }
        return known;
    }

    private static Unit parse(String file, String text) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavacTask task = (JavacTask) compiler.getTask(
                null, null, new DiagnosticCollector<>(), List.of("-proc:none"), null, List.of(new Text(text)));
        try {
            CompilationUnitTree tree = task.parse().iterator().next();
            Reader reader = new Reader(file, text, tree, Trees.instance(task).getSourcePositions());
            List<Type> types = new ArrayList<>();
            for (Tree each : tree.getTypeDecls()) {
                if (each instanceof ClassTree type) {
                    reader.read(type, "", types);
                }
            }
            return new Unit(
                    text, tree.getImports().stream().map(Reader::imported).toList(), List.copyOf(types));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Reader(String file, String text, CompilationUnitTree unit, SourcePositions positions) {

        static String imported(ImportTree tree) {
            return (tree.isStatic() ? "static " : "") + tree.getQualifiedIdentifier();
        }

        void read(ClassTree tree, String around, List<Type> types) {
            String name = around + tree.getSimpleName();
            List<Member> members = new ArrayList<>();
            List<Span> constants = new ArrayList<>();
            for (Tree each : tree.getMembers()) {
                if (each instanceof VariableTree field) {
                    if (isConstant(field, tree)) {
                        constants.add(span(field));
                    } else if (isAttribute(field.getModifiers())) {
                        members.add(member(field.getName().toString(), false, field, field.getType()));
                    }
                } else if (each instanceof MethodTree method && isAttribute(method.getModifiers())) {
                    getter(method)
                            .ifPresent(
                                    attribute -> members.add(member(attribute, true, method, method.getReturnType())));
                }
            }
            types.add(new Type(
                    name,
                    tree.getKind(),
                    span(tree),
                    tree.getExtendsClause() == null
                            ? ""
                            : withoutPackage(tree.getExtendsClause().toString().replaceFirst("<.*", "")),
                    annotations(tree.getModifiers()),
                    List.copyOf(members),
                    List.copyOf(constants)));
            for (Tree each : tree.getMembers()) {
                if (each instanceof ClassTree nested) {
                    read(nested, name + ".", types);
                }
            }
        }

        private static boolean isConstant(VariableTree field, ClassTree owner) {
            return owner.getKind() == Tree.Kind.ENUM
                    && field.getType() != null
                    && field.getType().toString().equals(owner.getSimpleName().toString())
                    && field.getModifiers().getFlags().contains(Modifier.STATIC);
        }

        private static boolean isAttribute(ModifiersTree modifiers) {
            return Stream.of(Modifier.STATIC, Modifier.TRANSIENT).noneMatch(modifiers.getFlags()::contains);
        }

        private Member member(String name, boolean getter, Tree tree, Tree type) {
            ModifiersTree modifiers =
                    tree instanceof VariableTree field ? field.getModifiers() : ((MethodTree) tree).getModifiers();
            return new Member(name, getter, span(tree), span(type), annotations(modifiers));
        }

        /** The attribute that a getter reads; JavaBeans, section 8. */
        private static Optional<String> getter(MethodTree method) {
            String name = method.getName().toString();
            String attribute = name.replaceFirst("^(?:get|is)(?=[A-Z])", "");
            boolean reads =
                    !attribute.equals(name) && method.getParameters().isEmpty() && method.getReturnType() != null;
            return reads ? Optional.of(Introspector.decapitalize(attribute)) : Optional.empty();
        }

        private List<Annotation> annotations(ModifiersTree modifiers) {
            return modifiers.getAnnotations().stream()
                    .map(each -> new Annotation(simpleName(each), span(each)))
                    .toList();
        }

        private static String simpleName(AnnotationTree annotation) {
            return annotation.getAnnotationType().toString().replaceFirst(".*\\.", "");
        }

        private Span span(Tree tree) {
            return new Span(
                    file, (int) positions.getStartPosition(unit, tree), (int) positions.getEndPosition(unit, tree));
        }
    }

    /** The names of the files, for messages. */
    @Override
    public String toString() {
        return files.keySet().stream().collect(Collectors.joining(", "));
    }

    private static final class Text extends SimpleJavaFileObject {

        private final String text;

        Text(String text) {
            super(URI.create("string:///Text.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
