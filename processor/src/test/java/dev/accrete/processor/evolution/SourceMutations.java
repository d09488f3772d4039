package dev.accrete.processor.evolution;

import com.sun.source.tree.Tree;
import dev.accrete.processor.differential.ModelSources;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Changes a model's sources at random, as developers do: annotations, their values, attributes, classes and constants come,
 * go, move, and get other names and types. What is new comes out of other models. Not everything compiles afterwards.
 */
final class SourceMutations {

    private static final Set<String> MAPPED = Set.of("Entity", "Embeddable", "MappedSuperclass");
    private static final List<String> BASIC_TYPES = List.of(
            "String",
            "Integer",
            "int",
            "Long",
            "long",
            "Short",
            "Double",
            "boolean",
            "Boolean",
            "char",
            "byte[]",
            "java.math.BigDecimal",
            "java.util.UUID",
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.Instant",
            "java.time.Duration",
            "String[]");
    private static final Pattern LITERAL =
            Pattern.compile("\\b\\d+\\b|\\btrue\\b|\\bfalse\\b|\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern CONSTANT = Pattern.compile("\\b([A-Z]\\w*[a-z]\\w*)\\.([A-Z][A-Z_]+)\\b");

    private final List<Edit> edits = List.of(
            this::removeAnnotation,
            this::addAnnotation,
            this::addAnnotation,
            this::changeLiteral,
            this::changeLiteral,
            this::changeConstant,
            this::removeMember,
            this::copyMember,
            this::copyMember,
            this::moveMember,
            this::renameMember,
            this::renameMember,
            this::renameType,
            this::changeType,
            this::changeType,
            this::changeSuperclass,
            this::changeEnum,
            this::changeEnum,
            this::changeKind,
            this::removeType,
            this::copyType);

    private final List<SourceCode> donors;
    private final Map<String, Set<String>> constants = new TreeMap<>();

    private interface Edit {

        /** Returns whether there was something to change. */
        boolean apply(SourceCode code, Random random);
    }

    /** @param donors where new annotations, attributes and classes come from */
    SourceMutations(List<ModelSources> donors) {
        this.donors = donors.stream().map(SourceMutations::code).toList();
        for (SourceCode donor : this.donors) {
            CONSTANT.matcher(String.join("\n", donor.files().values()))
                    .results()
                    .forEach(each -> constants
                            .computeIfAbsent(each.group(1), type -> new TreeSet<>())
                            .add(each.group(2)));
        }
    }

    /** A model's sources, each under a name of its own. */
    static SourceCode code(ModelSources model) {
        Map<String, String> files = new LinkedHashMap<>();
        for (String text : model.files()) {
            files.put("Source" + files.size() + ".java", text);
        }
        return new SourceCode(files);
    }

    /** Makes as many changes. */
    void mutate(SourceCode code, int count, Random random) {
        for (int made = 0; made < count; ) {
            made += edits.get(random.nextInt(edits.size())).apply(code, random) ? 1 : 0;
        }
    }

    private boolean removeAnnotation(SourceCode code, Random random) {
        return replace(code, any(annotations(code), random), "");
    }

    private boolean addAnnotation(SourceCode code, Random random) {
        SourceCode donor = any(donors, random);
        if (random.nextInt(3) == 0) {
            SourceCode.Type from = any(mapped(donor), random);
            SourceCode.Type to = any(mapped(code), random);
            return from != null
                    && to != null
                    && annotate(code, to.span(), to.annotations(), donor, any(from.annotations(), random));
        }
        SourceCode.Member from = any(members(donor), random);
        SourceCode.Member to = any(
                members(code).stream()
                        .filter(each ->
                                from != null && code.text(each.declared()).equals(donor.text(from.declared())))
                        .toList(),
                random);
        return to != null && annotate(code, to.span(), to.annotations(), donor, any(from.annotations(), random));
    }

    /** Adds an annotation, or has it in place of the one of its name. */
    private static boolean annotate(
            SourceCode code,
            SourceCode.Span place,
            List<SourceCode.Annotation> has,
            SourceCode donor,
            SourceCode.Annotation added) {
        if (added == null) {
            return false;
        }
        String text = donor.text(added.span());
        has.stream()
                .filter(each -> each.name().equals(added.name()))
                .findFirst()
                .ifPresentOrElse(former -> code.replace(former.span(), text), () -> code.annotate(place, text));
        importAll(code, place.file(), donor, added.span().file());
        return true;
    }

    private boolean changeLiteral(SourceCode code, Random random) {
        return changeIn(code, LITERAL, random, found -> {
            String literal = found.group();
            if (literal.startsWith("\"")) {
                return literal.substring(0, literal.length() - 1) + "x\"";
            }
            return switch (literal) {
                case "true" -> "false";
                case "false" -> "true";
                default -> String.valueOf(changed(Integer.parseInt(literal), random));
            };
        });
    }

    private static int changed(int number, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> number + 1;
            case 1 -> Math.max(1, number - 1);
            case 2 -> number * 3;
            default -> Math.max(1, number / 3);
        };
    }

    private boolean changeConstant(SourceCode code, Random random) {
        return changeIn(
                code,
                CONSTANT,
                random,
                found -> found.group(1)
                        + "."
                        + any(List.copyOf(constants.getOrDefault(found.group(1), Set.of(found.group(2)))), random));
    }

    private interface Replacement {
        String of(MatchResult found);
    }

    private static boolean changeIn(SourceCode code, Pattern part, Random random, Replacement replacement) {
        SourceCode.Span span = any(
                annotations(code).stream()
                        .filter(each -> part.matcher(code.text(each)).find())
                        .toList(),
                random);
        if (span == null) {
            return false;
        }
        MatchResult found = any(part.matcher(code.text(span)).results().toList(), random);
        code.replace(
                new SourceCode.Span(span.file(), span.start() + found.start(), span.start() + found.end()),
                replacement.of(found));
        return true;
    }

    private boolean removeMember(SourceCode code, Random random) {
        SourceCode.Member member = any(members(code), random);
        return member != null && replace(code, member.span(), "");
    }

    private boolean copyMember(SourceCode code, Random random) {
        SourceCode donor = random.nextInt(4) == 0 ? code : any(donors, random);
        SourceCode.Member member = any(members(donor), random);
        SourceCode.Type to = any(mapped(code), random);
        if (member == null || to == null) {
            return false;
        }
        append(code, to, donor.text(member.span()));
        importAll(code, to.span().file(), donor, member.span().file());
        return true;
    }

    private boolean moveMember(SourceCode code, Random random) {
        SourceCode.Member member = any(members(code), random);
        if (member == null) {
            return false;
        }
        String text = code.text(member.span());
        code.replace(member.span(), "");
        append(code, any(mapped(code), random), text);
        return true;
    }

    private boolean renameMember(SourceCode code, Random random) {
        SourceCode.Member member = any(members(code), random);
        return member != null && rename(code, member.name(), random);
    }

    private boolean renameType(SourceCode code, Random random) {
        SourceCode.Type type = any(code.types(), random);
        return type != null && rename(code, type.name().replaceFirst(".*\\.", ""), random);
    }

    private static boolean rename(SourceCode code, String name, Random random) {
        String other = random.nextBoolean() ? name + "New" : name + random.nextInt(10);
        Pattern word = Pattern.compile(
                "\\b(get|is|set|)(?i:(" + name.charAt(0) + "))" + Pattern.quote(name.substring(1)) + "\\b");
        code.files()
                .replaceAll((file, text) -> word.matcher(text)
                        .replaceAll(found ->
                                Matcher.quoteReplacement(found.group(1) + found.group(2) + other.substring(1))));
        return true;
    }

    private boolean changeType(SourceCode code, Random random) {
        List<String> types = new ArrayList<>(BASIC_TYPES);
        code.types().stream().filter(each -> each.kind() == Tree.Kind.ENUM).forEach(each -> types.add(each.name()));
        SourceCode.Member member = any(
                members(code).stream()
                        .filter(each -> types.stream().anyMatch(type -> type.endsWith(code.text(each.declared()))))
                        .toList(),
                random);
        return member != null && replace(code, member.declared(), any(types, random));
    }

    private boolean changeSuperclass(SourceCode code, Random random) {
        SourceCode.Type type = any(mapped(code), random);
        if (type == null) {
            return false;
        }
        String text = code.text(type.span());
        SourceCode.Type above = any(mapped(code), random);
        String changed = type.superclass().isEmpty()
                ? text.replaceFirst("\\b(class " + simple(type) + ")\\b", "$1 extends " + simple(above))
                : text.replaceFirst("\\bextends\\s+[\\w.]+(?:<[^{]*>)?", "");
        return !changed.equals(text) && replace(code, type.span(), changed);
    }

    private static String simple(SourceCode.Type type) {
        return type.name().replaceFirst(".*\\.", "");
    }

    private boolean changeEnum(SourceCode code, Random random) {
        SourceCode.Type type = any(
                code.types().stream()
                        .filter(each -> each.constants().size() > 1)
                        .toList(),
                random);
        if (type == null) {
            return false;
        }
        int last = type.constants().size() - 1;
        SourceCode.Span first = type.constants().get(random.nextInt(last));
        SourceCode.Span second = type.constants().get(last);
        String one = code.text(first);
        String other = code.text(second);
        switch (random.nextInt(3)) {
            case 0 -> {
                code.replace(second, one);
                code.replace(first, other);
            }
            case 1 -> code.replace(second, other + ", NEW" + random.nextInt(10));
            default -> {
                // The last one stays last, where a semicolon may follow.
                code.replace(second, other + "X");
                code.replace(first, one + random.nextInt(10));
            }
        }
        return true;
    }

    private boolean changeKind(SourceCode code, Random random) {
        SourceCode.Type type = any(mapped(code), random);
        SourceCode.Annotation kind = type == null
                ? null
                : any(
                        type.annotations().stream()
                                .filter(each -> MAPPED.contains(each.name()))
                                .toList(),
                        random);
        return kind != null
                && replace(
                        code, kind.span(), "@jakarta.persistence." + any(List.copyOf(new TreeSet<>(MAPPED)), random));
    }

    private boolean removeType(SourceCode code, Random random) {
        SourceCode.Type type = any(code.types(), random);
        return type != null && mapped(code).size() > 1 && replace(code, type.span(), "");
    }

    private boolean copyType(SourceCode code, Random random) {
        SourceCode donor = any(donors, random);
        SourceCode.Type type = any(mapped(donor), random);
        if (type == null || code.files().isEmpty()) {
            return false;
        }
        String file = any(List.copyOf(code.files().keySet()), random);
        String text = donor.text(type.span()).replaceAll("\\bpublic (?=.*\\bclass )", "");
        code.files().computeIfPresent(file, (name, whole) -> whole + "\n" + text + "\n");
        importAll(code, file, donor, type.span().file());
        return true;
    }

    private static void append(SourceCode code, SourceCode.Type type, String member) {
        if (type != null) {
            int end = type.span().end() - 1;
            code.replace(new SourceCode.Span(type.span().file(), end, end), "    " + member + "\n");
        }
    }

    /** What a part of the donor's may need. */
    private static void importAll(SourceCode code, String file, SourceCode donor, String from) {
        List<String> has = code.imports(file);
        StringBuilder missing = new StringBuilder();
        for (String name : donor.imports(from)) {
            if (!has.contains(name)) {
                missing.append("import ").append(name).append(";\n");
            }
        }
        code.files()
                .computeIfPresent(
                        file,
                        (name, text) -> text.replaceFirst(
                                "(?m)^(package .*;\n)?", "$1" + Matcher.quoteReplacement(missing.toString())));
    }

    private static boolean replace(SourceCode code, SourceCode.Span span, String text) {
        if (span == null || span.end() < span.start()) {
            return false;
        }
        code.replace(span, text);
        return true;
    }

    private static List<SourceCode.Type> mapped(SourceCode code) {
        return code.types().stream()
                .filter(type -> MAPPED.stream().anyMatch(type::has))
                .toList();
    }

    private static List<SourceCode.Member> members(SourceCode code) {
        return mapped(code).stream().flatMap(type -> type.members().stream()).toList();
    }

    private static List<SourceCode.Span> annotations(SourceCode code) {
        return code.types().stream()
                .flatMap(type -> Stream.concat(
                        type.annotations().stream(),
                        type.members().stream().flatMap(member -> member.annotations().stream())))
                .map(SourceCode.Annotation::span)
                .toList();
    }

    private static <T> T any(List<T> all, Random random) {
        return all.isEmpty() ? null : all.get(random.nextInt(all.size()));
    }
}
