package dev.accrete.processor.evaluate;

import com.sun.source.tree.ClassTree;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The sources of classes, and the order in which members are looked for in a class and its supertypes. */
final class SourceTrees {

    /** What has no members that count, or such as are answered here. */
    private static final Set<String> ROOTS = Set.of("java.lang.Object", "java.lang.Enum", "java.lang.Record");

    /** Marks the Java that kapt writes of Kotlin: declarations alone, where methods return null and fields are 0. */
    private static final String KOTLIN = "kotlin.Metadata";

    private final Optional<Trees> trees;
    private final SourceFiles files;
    private final Map<TypeElement, Optional<ClassCode>> classes = new HashMap<>();

    /** @param trees those of the compiler, if it has some */
    SourceTrees(Optional<Trees> trees, SourceFiles files) {
        this.trees = trees;
        this.files = files;
    }

    /** A class in a hierarchy. */
    record Layer(TypeElement type, Optional<ClassCode> code) {}

    /** @return empty for a class whose source is not to be had */
    Optional<ClassCode> code(TypeElement type) {
        Optional<ClassCode> known = classes.get(type);
        if (known == null) {
            known = isStub(type) ? Optional.empty() : shown(type).or(() -> found(type));
            classes.put(type, known);
        }
        return known;
    }

    private static boolean isStub(TypeElement type) {
        return type.getAnnotationMirrors().stream()
                .anyMatch(mirror -> ((TypeElement) mirror.getAnnotationType().asElement())
                        .getQualifiedName()
                        .contentEquals(KOTLIN));
    }

    /** The source that the compiler shows. */
    private Optional<ClassCode> shown(TypeElement type) {
        return trees.map(each -> each.getPath(type))
                .filter(path -> path.getLeaf() instanceof ClassTree)
                .map(path -> ClassCode.of(type, (ClassTree) path.getLeaf(), path.getCompilationUnit(), outer(type)));
    }

    private Optional<ClassCode> found(TypeElement type) {
        String name = type.getSimpleName().toString();
        if (type.getEnclosingElement() instanceof TypeElement enclosing) {
            return code(enclosing)
                    .flatMap(outer -> SourceFiles.declaration(outer.members(), name)
                            .map(tree -> ClassCode.of(type, tree, outer.unit(), Optional.of(outer))));
        }
        return isOfJdk(type)
                ? Optional.empty()
                : files.unit(type)
                        .flatMap(unit -> SourceFiles.declaration(unit.getTypeDecls(), name)
                                .map(tree -> ClassCode.of(type, tree, unit, Optional.empty())));
    }

    private static boolean isOfJdk(TypeElement type) {
        return type.getQualifiedName().toString().startsWith("java.");
    }

    private Optional<ClassCode> outer(TypeElement type) {
        return type.getEnclosingElement() instanceof TypeElement enclosing ? code(enclosing) : Optional.empty();
    }

    /** The class, its superclasses, then all interfaces; without {@code Object} and such. */
    List<Layer> lineage(ClassCode code) {
        List<Layer> lineage = new ArrayList<>();
        if (code.isBody()) {
            lineage.add(new Layer(code.element(), Optional.of(code)));
        }
        hierarchy(code.element()).forEach(type -> lineage.add(new Layer(type, code(type))));
        return lineage;
    }

    /** The class, its superclasses, then all interfaces; without {@code Object} and such. */
    Set<TypeElement> hierarchy(TypeElement type) {
        Set<TypeElement> seen = new LinkedHashSet<>();
        Optional<TypeElement> next = Optional.of(type);
        while (next.isPresent() && seen.add(next.get())) {
            next = superclass(next.get());
        }
        for (TypeElement each : List.copyOf(seen)) {
            addInterfaces(each, seen);
        }
        return seen;
    }

    /** @return empty for a class that extends {@code Object}, and for enums and records */
    Optional<TypeElement> superclass(TypeElement type) {
        return element(type.getSuperclass());
    }

    private void addInterfaces(TypeElement type, Set<TypeElement> seen) {
        for (TypeMirror each : type.getInterfaces()) {
            element(each).filter(seen::add).ifPresent(found -> addInterfaces(found, seen));
        }
    }

    private static Optional<TypeElement> element(TypeMirror type) {
        if (type.getKind() != TypeKind.DECLARED) {
            return Optional.empty();
        }
        Element element = ((DeclaredType) type).asElement();
        return element instanceof TypeElement found
                        && !ROOTS.contains(found.getQualifiedName().toString())
                ? Optional.of(found)
                : Optional.empty();
    }
}
