package dev.accrete.processor.evaluate;

import com.sun.source.tree.ClassTree;
import com.sun.source.util.TreePath;
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

    private final Trees trees;
    private final Map<TypeElement, Optional<ClassCode>> classes = new HashMap<>();

    SourceTrees(Trees trees) {
        this.trees = trees;
    }

    /** A class in a hierarchy. */
    record Layer(TypeElement type, Optional<ClassCode> code) {}

    /** @return empty for a class that comes from a class file */
    Optional<ClassCode> code(TypeElement type) {
        Optional<ClassCode> known = classes.get(type);
        if (known == null) {
            TreePath path = trees.getPath(type);
            known = path != null && path.getLeaf() instanceof ClassTree tree
                    ? Optional.of(ClassCode.of(type, tree, path.getCompilationUnit(), outer(type)))
                    : Optional.empty();
            classes.put(type, known);
        }
        return known;
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
