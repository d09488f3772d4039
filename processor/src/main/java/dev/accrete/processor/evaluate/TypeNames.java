package dev.accrete.processor.evaluate;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Which class a name means where it stands (JLS 6.4.1, 6.5.5). */
final class TypeNames {

    private final Elements elements;
    private final SourceTrees sources;

    TypeNames(Elements elements, SourceTrees sources) {
        this.elements = elements;
        this.sources = sources;
    }

    /** @param name an identifier, or a selection such as {@code Order.Status} or {@code java.util.Locale} */
    Optional<TypeElement> find(ExpressionTree name, ClassCode from) {
        if (name instanceof IdentifierTree identifier) {
            return simple(identifier.getName().toString(), from);
        }
        if (name instanceof MemberSelectTree select) {
            Optional<TypeElement> outer = find(select.getExpression(), from);
            return outer.isPresent()
                    ? member(outer.get(), select.getIdentifier().toString())
                    : qualified(select.toString());
        }
        return Optional.empty();
    }

    Optional<TypeElement> qualified(String name) {
        return Optional.ofNullable(elements.getTypeElement(name));
    }

    private Optional<TypeElement> simple(String name, ClassCode from) {
        for (Optional<ClassCode> code = Optional.of(from);
                code.isPresent();
                code = code.get().outer()) {
            TypeElement type = code.get().element();
            if (type.getSimpleName().contentEquals(name)) {
                return Optional.of(type);
            }
            Optional<TypeElement> member = member(type, name);
            if (member.isPresent()) {
                return member;
            }
        }
        return candidates(name, from.unit()).stream()
                .map(elements::getTypeElement)
                .flatMap(Stream::ofNullable)
                .findFirst();
    }

    private Optional<TypeElement> member(TypeElement type, String name) {
        return sources.hierarchy(type).stream()
                .flatMap(each -> each.getEnclosedElements().stream())
                .filter(TypeElement.class::isInstance)
                .filter(each -> each.getSimpleName().contentEquals(name))
                .map(TypeElement.class::cast)
                .findFirst();
    }

    /** Canonical names that a simple name may stand for in a file, first come first. */
    private static List<String> candidates(String name, CompilationUnitTree unit) {
        List<String> single = new ArrayList<>();
        List<String> onDemand = new ArrayList<>();
        for (ImportTree each : unit.getImports()) {
            String imported = each.getQualifiedIdentifier().toString();
            if (imported.endsWith(".*")) {
                onDemand.add(imported.substring(0, imported.length() - 1) + name);
            } else if (imported.endsWith("." + name)) {
                single.add(imported);
            }
        }
        String own = unit.getPackageName() == null ? name : unit.getPackageName() + "." + name;
        return Stream.of(single.stream(), Stream.of(own), onDemand.stream(), Stream.of("java.lang." + name))
                .flatMap(each -> each)
                .toList();
    }

    /** The classes whose static member of a name a file imports. */
    List<TypeElement> staticImports(String member, CompilationUnitTree unit) {
        List<TypeElement> types = new ArrayList<>();
        for (ImportTree each : unit.getImports()) {
            if (each.isStatic() && each.getQualifiedIdentifier() instanceof MemberSelectTree imported) {
                String name = imported.getIdentifier().toString();
                if (name.equals(member) || name.equals("*")) {
                    qualified(imported.getExpression().toString())
                            .filter(type -> declares(type, member))
                            .ifPresent(types::add);
                }
            }
        }
        return types;
    }

    /** Whether a class has or inherits a field or method of a name. */
    boolean declares(TypeElement type, String member) {
        return sources.hierarchy(type).stream()
                .flatMap(each -> each.getEnclosedElements().stream())
                .filter(each -> !(each instanceof TypeElement))
                .map(Element::getSimpleName)
                .anyMatch(name -> name.contentEquals(member));
    }
}
