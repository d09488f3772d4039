package dev.accrete.processor.evaluate;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * Finds and reads fields, and initialises classes (JLS 8.3, 12.4). A class is initialised when one of its static fields is
 * read; what of it is not understood counts only where it is read.
 */
final class Fields {

    private final Interpreter interpreter;
    private final Map<ClassCode, Map<String, Object>> statics = new HashMap<>();
    private final Map<TypeElement, List<Instance>> constants = new HashMap<>();

    Fields(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** A field that a name means. */
    @FunctionalInterface
    interface Field {

        Object read();
    }

    /** What a simple name means that is no local variable: a field of the class or one around it, or an imported one. */
    Optional<Field> named(String name, Frame frame) {
        Optional<Instance> self = frame.self();
        for (Optional<ClassCode> code = Optional.of(frame.code());
                code.isPresent();
                code = code.get().outer()) {
            Optional<Field> field = in(code.get(), name, self);
            if (field.isPresent()) {
                return field;
            }
            self = Optional.empty();
        }
        return interpreter.names.staticImports(name, frame.code().unit()).stream()
                .flatMap(type -> ofType(type, name).stream())
                .findFirst();
    }

    /** The type of the field that a simple name means, as written; of a class that is around it too. */
    Optional<Tree> typeOf(String name, Frame frame) {
        for (Optional<ClassCode> code = Optional.of(frame.code());
                code.isPresent();
                code = code.get().outer()) {
            Optional<Tree> type = interpreter.sources.lineage(code.get()).stream()
                    .flatMap(layer -> layer.code().stream())
                    .flatMap(each -> each.field(name).stream())
                    .findFirst()
                    .map(VariableTree::getType);
            if (type.isPresent()) {
                return type;
            }
        }
        return Optional.empty();
    }

    /** A static field of a class. */
    Optional<Field> ofType(TypeElement type, String name) {
        Optional<ClassCode> code = interpreter.sources.code(type);
        return code.isPresent() ? in(code.get(), name, Optional.empty()) : withoutSource(type, name);
    }

    Optional<Field> of(Instance instance, String name) {
        return instance.code().flatMap(code -> in(code, name, Optional.of(instance)));
    }

    private Optional<Field> in(ClassCode code, String name, Optional<Instance> self) {
        for (SourceTrees.Layer layer : interpreter.sources.lineage(code)) {
            Optional<Field> field = layer.code().isPresent()
                    ? layer.code()
                            .get()
                            .field(name)
                            .map(tree -> field(layer.code().get(), tree, self))
                    : withoutSource(layer.type(), name);
            if (field.isPresent()) {
                return field;
            }
        }
        return Optional.empty();
    }

    private Field field(ClassCode owner, VariableTree tree, Optional<Instance> self) {
        String name = tree.getName().toString();
        return () -> {
            Optional<Object> constant = constantValue(owner, name);
            if (constant.isPresent()) {
                return constant.get();
            }
            if (!isStable(owner, tree)) {
                throw new NotUnderstood("the field " + name + " of " + simpleName(owner) + ", which is not final,");
            }
            if (owner.isStatic(tree)) {
                return ofClass(owner, name);
            }
            return self.orElseThrow(() -> new NotUnderstood("the field " + name + " of " + simpleName(owner)))
                    .get(owner, name);
        };
    }

    private static String simpleName(ClassCode code) {
        return code.element().getSimpleName().toString();
    }

    /** The value of a constant variable (JLS 4.12.4), which the compiler knows. */
    private static Optional<Object> constantValue(ClassCode owner, String name) {
        return owner.isBody()
                ? Optional.empty()
                : element(owner.element(), name).map(VariableElement::getConstantValue);
    }

    private static Optional<VariableElement> element(TypeElement type, String name) {
        return type.getEnclosedElements().stream()
                .filter(VariableElement.class::isInstance)
                .filter(each -> each.getSimpleName().contentEquals(name))
                .map(VariableElement.class::cast)
                .findFirst();
    }

    /** A constant variable or an enum constant of a class file, or one of the few values of the JDK that are known. */
    private Optional<Field> withoutSource(TypeElement type, String name) {
        return element(type, name).map(element -> () -> {
            if (element.getConstantValue() != null) {
                return element.getConstantValue();
            }
            if (element.getKind() == ElementKind.ENUM_CONSTANT) {
                return constants(type).stream()
                        .filter(each -> each.constant().orElseThrow().name().equals(name))
                        .findFirst()
                        .orElseThrow();
            }
            String qualified = type.getQualifiedName().toString();
            return JdbcTypeLookup.isInstance(qualified, name)
                    ? new JdbcTypeLookup.OfClass(qualified)
                    : Jdk.field(qualified, name);
        });
    }

    private Object ofClass(ClassCode owner, String name) {
        if (owner.isBody()) {
            throw new NotUnderstood("the field " + name + " in the body of a constant");
        }
        initialise(owner);
        Map<String, Object> values = statics.get(owner);
        if (!values.containsKey(name)) {
            throw new NotUnderstood("the field " + name + " of " + simpleName(owner) + " before it has its value");
        }
        return values.get(name);
    }

    /** The constants of an enum in their order. */
    List<Instance> constants(TypeElement type) {
        Optional<ClassCode> code = interpreter.sources.code(type);
        if (code.isPresent()) {
            initialise(code.get());
        } else if (!constants.containsKey(type)) {
            List<Instance> created = new ArrayList<>();
            for (String name : constantNames(type)) {
                created.add(
                        new Instance(type, Optional.empty(), Optional.of(new Instance.Constant(name, created.size()))));
            }
            constants.put(type, created);
        }
        List<Instance> known = constants.getOrDefault(type, List.of());
        if (known.size() != constantNames(type).size()) {
            throw new NotUnderstood("the constants of " + type.getSimpleName() + " before all are there");
        }
        return known;
    }

    private static List<String> constantNames(TypeElement type) {
        return type.getEnclosedElements().stream()
                .filter(each -> each.getKind() == ElementKind.ENUM_CONSTANT)
                .map(Element::getSimpleName)
                .map(Object::toString)
                .toList();
    }

    private void initialise(ClassCode code) {
        if (statics.containsKey(code)) {
            return;
        }
        Map<String, Object> values = new LinkedHashMap<>();
        statics.put(code, values);
        List<Instance> created = new ArrayList<>();
        constants.put(code.element(), created);
        Set<String> names = code.isEnum() ? Set.copyOf(constantNames(code.element())) : Set.of();
        Frame frame = Frame.initialising(code, Optional.empty());
        for (Tree member : code.members()) {
            if (member instanceof VariableTree field
                    && names.contains(field.getName().toString())) {
                Instance constant = constant(code, field, created.size(), frame);
                created.add(constant);
                values.put(field.getName().toString(), constant);
            } else if (member instanceof VariableTree field && code.isStatic(field) && field.getInitializer() != null) {
                Object value = interpreter.expressions.intoOrPoison(field.getInitializer(), field.getType(), frame);
                if (value instanceof Poison poison) {
                    poisonMutable(values, poison);
                }
                values.put(field.getName().toString(), value);
            } else if (member instanceof BlockTree block && block.isStatic()) {
                run(block, frame, values);
            }
        }
    }

    private Instance constant(ClassCode code, VariableTree field, int ordinal, Frame frame) {
        NewClassTree created = (NewClassTree) field.getInitializer();
        Optional<ClassCode> body = Optional.ofNullable(created.getClassBody()).map(code::ofConstant);
        Instance constant = new Instance(
                code.element(),
                Optional.of(body.orElse(code)),
                Optional.of(new Instance.Constant(field.getName().toString(), ordinal)));
        List<Object> arguments = new ArrayList<>();
        for (ExpressionTree each : created.getArguments()) {
            arguments.add(interpreter.expressions.intoOrPoison(each, null, frame));
        }
        interpreter.constructors.construct(code, constant, arguments);
        body.ifPresent(own -> interpreter.constructors.initialiseBody(own, constant));
        return constant;
    }

    private void run(BlockTree block, Frame frame, Map<String, Object> values) {
        try {
            interpreter.statements.run(block, frame);
        } catch (NotUnderstood e) {
            poisonMutable(values, new Poison(e.getMessage()));
        } catch (Thrown e) {
            throw new NotUnderstood("a static initialiser that throws " + e.getMessage());
        }
    }

    /** Code that is not understood may have changed what is in them. */
    private static void poisonMutable(Map<String, Object> values, Poison poison) {
        values.replaceAll((name, value) ->
                value instanceof Map || value instanceof Collection || value instanceof Object[] ? poison : value);
    }

    /** Assigns a field of the class that is being initialised, or whose object is being constructed. */
    void assign(ExpressionTree variable, Object value, Frame frame) {
        boolean own = variable instanceof IdentifierTree
                || variable instanceof MemberSelectTree select
                        && select.getExpression().toString().equals("this");
        ClassCode code = frame.code();
        Optional<VariableTree> field = own ? code.field(name(variable)) : Optional.empty();
        if (field.isEmpty() || !frame.isInitialising()) {
            throw interpreter.notUnderstood(variable, frame);
        }
        Object converted = Operators.convert(value, field.get().getType());
        if (code.isStatic(field.get()) && frame.self().isEmpty()) {
            statics.get(code).put(name(variable), converted);
        } else if (!code.isStatic(field.get()) && frame.self().isPresent()) {
            frame.self().get().set(code, name(variable), converted);
        } else {
            throw interpreter.notUnderstood(variable, frame);
        }
    }

    private static String name(Tree variable) {
        return variable instanceof IdentifierTree identifier
                ? identifier.getName().toString()
                : variable instanceof MemberSelectTree select
                        ? select.getIdentifier().toString()
                        : "";
    }

    /** Whether a field keeps what initialisers and constructors make it. */
    private static boolean isStable(ClassCode owner, VariableTree field) {
        Set<Modifier> modifiers = field.getModifiers().getFlags();
        if (modifiers.contains(Modifier.FINAL) || owner.isInterface()) {
            return true;
        }
        if (modifiers.contains(Modifier.STATIC) && !modifiers.contains(Modifier.PRIVATE)) {
            return false;
        }
        Assignments assignments = new Assignments(field.getName().toString(), owner.constructors());
        owner.outermost().accept(assignments, null);
        return !modifiers.contains(Modifier.PUBLIC) && !assignments.found;
    }

    /** Looks for assignments to a field outside of constructors. */
    private static final class Assignments extends TreeScanner<Void, Void> {

        private final String field;
        private final List<MethodTree> constructors;
        private boolean found;

        Assignments(String field, List<MethodTree> constructors) {
            this.field = field;
            this.constructors = constructors;
        }

        @Override
        public Void visitMethod(MethodTree method, Void unused) {
            return constructors.contains(method) ? null : super.visitMethod(method, unused);
        }

        @Override
        public Void visitAssignment(AssignmentTree tree, Void unused) {
            found |= name(tree.getVariable()).equals(field);
            return super.visitAssignment(tree, unused);
        }

        @Override
        public Void visitCompoundAssignment(CompoundAssignmentTree tree, Void unused) {
            found |= name(tree.getVariable()).equals(field);
            return super.visitCompoundAssignment(tree, unused);
        }

        @Override
        public Void visitUnary(UnaryTree tree, Void unused) {
            found |= name(tree.getExpression()).equals(field);
            return super.visitUnary(tree, unused);
        }
    }
}
