package dev.accrete.processor.evaluate;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * A class with its source. Compared by identity.
 *
 * @implSpec {@code element} is the class; of an enum constant's body, which is no element yet, the enum
 */
final class ClassCode {

    private static final String CONSTRUCTOR = "<init>";

    private final TypeElement element;
    private final ClassTree tree;
    private final CompilationUnitTree unit;
    private final Optional<ClassCode> outer;
    private final boolean body;

    private ClassCode(
            TypeElement element, ClassTree tree, CompilationUnitTree unit, Optional<ClassCode> outer, boolean body) {
        this.element = element;
        this.tree = tree;
        this.unit = unit;
        this.outer = outer;
        this.body = body;
    }

    static ClassCode of(TypeElement element, ClassTree tree, CompilationUnitTree unit, Optional<ClassCode> outer) {
        return new ClassCode(element, tree, unit, outer, false);
    }

    /** The body of a constant of this enum. */
    ClassCode ofConstant(ClassTree constantBody) {
        return new ClassCode(element, constantBody, unit, Optional.of(this), true);
    }

    TypeElement element() {
        return element;
    }

    CompilationUnitTree unit() {
        return unit;
    }

    /** The class around it. */
    Optional<ClassCode> outer() {
        return outer;
    }

    /** Whether it is the body of an enum constant: its superclass is {@link #outer}. */
    boolean isBody() {
        return body;
    }

    boolean isEnum() {
        return tree.getKind() == Tree.Kind.ENUM;
    }

    boolean isInterface() {
        return tree.getKind() == Tree.Kind.INTERFACE;
    }

    boolean isRecord() {
        return tree.getKind() == Tree.Kind.RECORD;
    }

    List<? extends Tree> members() {
        return tree.getMembers();
    }

    List<MethodTree> constructors() {
        return methods(CONSTRUCTOR);
    }

    List<MethodTree> methods(String name) {
        return members().stream()
                .filter(MethodTree.class::isInstance)
                .map(MethodTree.class::cast)
                .filter(method -> method.getName().contentEquals(name))
                .toList();
    }

    Optional<VariableTree> field(String name) {
        return members().stream()
                .filter(VariableTree.class::isInstance)
                .map(VariableTree.class::cast)
                .filter(field -> field.getName().contentEquals(name))
                .findFirst();
    }

    boolean isStatic(VariableTree field) {
        return isInterface() || field.getModifiers().getFlags().contains(Modifier.STATIC);
    }

    static boolean isStatic(MethodTree method) {
        return method.getModifiers().getFlags().contains(Modifier.STATIC);
    }

    /** The tree of the outermost class around it. */
    ClassTree outermost() {
        return outer.map(ClassCode::outermost).orElse(tree);
    }
}
