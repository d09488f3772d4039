package dev.accrete.processor.evaluate;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Evaluates calls of methods: of interpreted classes, of enums as such, and of the JDK. */
final class Calls {

    /** The methods of functional interfaces, by which a lambda is called. */
    private static final Set<String> FUNCTIONS =
            Set.of("accept", "apply", "applyAsInt", "applyAsLong", "call", "get", "getAsInt", "test");

    private final Interpreter interpreter;

    Calls(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    Object invoke(MethodInvocationTree call, Frame frame) {
        try {
            return call(call, frame);
        } catch (Jdk.Unlisted e) {
            throw interpreter.notUnderstood(call, frame);
        }
    }

    private Object call(MethodInvocationTree call, Frame frame) {
        if (call.getMethodSelect() instanceof IdentifierTree identifier) {
            List<Object> arguments = interpreter.expressions.evaluate(call.getArguments(), frame);
            return unqualified(identifier.getName().toString(), arguments, frame)
                    .orElseThrow(() -> interpreter.notUnderstood(call, frame))
                    .call(arguments);
        }
        if (!(call.getMethodSelect() instanceof MemberSelectTree select)) {
            throw interpreter.notUnderstood(call, frame);
        }
        String name = select.getIdentifier().toString();
        if (select.getExpression().toString().equals("super")) {
            return ofSuperclass(name, interpreter.expressions.evaluate(call.getArguments(), frame), frame);
        }
        Optional<TypeElement> type = interpreter.expressions.type(select.getExpression(), frame);
        if (type.isPresent()) {
            return onType(type.get(), name, interpreter.expressions.evaluate(call.getArguments(), frame));
        }
        Object receiver = interpreter.expressions.evaluate(select.getExpression(), frame);
        return onValue(receiver, name, interpreter.expressions.evaluate(call.getArguments(), frame));
    }

    /** A method of the class or one around it, or an imported one. */
    private Optional<Lambda> unqualified(String name, List<Object> arguments, Frame frame) {
        Optional<Instance> self = frame.self();
        for (Optional<ClassCode> code = Optional.of(frame.code());
                code.isPresent();
                code = code.get().outer()) {
            ClassCode owner = code.get();
            List<SourceTrees.Layer> lineage = interpreter.sources.lineage(owner);
            boolean enumeration = owner.isEnum() || owner.isBody();
            if (Methods.has(lineage, name) || enumeration && isOfEnums(name)) {
                return Optional.of(within(owner, lineage, name, arguments, self));
            }
            self = Optional.empty();
        }
        return interpreter.names.staticImports(name, frame.code().unit()).stream()
                .findFirst()
                .map(type -> values -> onType(type, name, values));
    }

    private static boolean isOfEnums(String name) {
        return isStaticOfEnums(name) || Set.of("name", "ordinal", "toString").contains(name);
    }

    private static boolean isStaticOfEnums(String name) {
        return name.equals("values") || name.equals("valueOf");
    }

    private Lambda within(
            ClassCode owner,
            List<SourceTrees.Layer> lineage,
            String name,
            List<Object> arguments,
            Optional<Instance> self) {
        Optional<Methods.Method> own = interpreter.methods.find(lineage, name, arguments);
        if (own.isPresent() && (own.get().isStatic() || own.get().isPrivate())) {
            return values -> interpreter.methods.run(own.get(), self, values);
        }
        boolean ofObject = self.isPresent() && !(own.isEmpty() && isStaticOfEnums(name));
        return ofObject
                ? values -> onInstance(self.get(), name, values)
                : values -> onType(owner.element(), name, values);
    }

    private Object ofSuperclass(String name, List<Object> arguments, Frame frame) {
        List<SourceTrees.Layer> lineage = interpreter.sources.lineage(frame.code());
        Methods.Method method = interpreter
                .methods
                .find(lineage.subList(1, lineage.size()), name, arguments)
                .orElseThrow(() -> new NotUnderstood("super." + name));
        return interpreter.methods.run(method, frame.self(), arguments);
    }

    private Object onType(TypeElement type, String name, List<Object> arguments) {
        boolean enumeration = type.getKind() == ElementKind.ENUM;
        if (enumeration && name.equals("values") && arguments.isEmpty()) {
            return interpreter.fields.constants(type).toArray();
        }
        if (enumeration && name.equals("valueOf") && arguments.size() == 1) {
            return constant(type, arguments.get(0));
        }
        String qualified = type.getQualifiedName().toString();
        if (qualified.equals("java.lang.Enum")
                && name.equals("valueOf")
                && arguments.size() == 2
                && arguments.get(0) instanceof ClassLiteral of) {
            return constant(of.type(), arguments.get(1));
        }
        if (qualified.equals("java.util.EnumSet")
                && name.equals("allOf")
                && arguments.get(0) instanceof ClassLiteral of) {
            return new ArrayList<>(interpreter.fields.constants(of.type()));
        }
        Optional<ClassCode> code = interpreter.sources.code(type);
        if (code.isEmpty()) {
            boolean asText = arguments.size() == 1
                    && arguments.get(0) instanceof Instance
                    && Set.of("java.lang.String.valueOf", "java.util.Objects.toString")
                            .contains(qualified + "." + name);
            return asText ? text(arguments.get(0)) : Jdk.call(qualified, name, arguments);
        }
        Methods.Method method = interpreter
                .methods
                .find(interpreter.sources.lineage(code.get()), name, arguments)
                .filter(Methods.Method::isStatic)
                .orElseThrow(() -> new NotUnderstood(type.getSimpleName() + "." + name));
        return interpreter.methods.run(method, Optional.empty(), arguments);
    }

    private Instance constant(TypeElement type, Object name) {
        if (name == null) {
            throw Thrown.nullPointer();
        }
        return interpreter.fields.constants(type).stream()
                .filter(each -> each.constant().orElseThrow().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Thrown("IllegalArgumentException"));
    }

    private Object onValue(Object receiver, String name, List<Object> arguments) {
        if (receiver == null) {
            throw Thrown.nullPointer();
        }
        if (receiver instanceof Instance instance) {
            return onInstance(instance, name, arguments);
        }
        if (receiver instanceof JdbcTypeLookup lookup) {
            return lookup.call(name, arguments);
        }
        if (receiver instanceof Lambda lambda) {
            if (!FUNCTIONS.contains(name)) {
                throw new NotUnderstood(name + " of a function");
            }
            return lambda.call(arguments);
        }
        if (receiver instanceof ClassLiteral literal && arguments.isEmpty()) {
            switch (name) {
                case "getEnumConstants":
                    return interpreter.fields.constants(literal.type()).toArray();
                case "getSimpleName":
                    return literal.type().getSimpleName().toString();
                default:
                    throw new NotUnderstood(name + " of a class");
            }
        }
        return Jdk.call(receiver, name, arguments);
    }

    /** Calls a method of an object. */
    Object onInstance(Instance instance, String name, List<Object> arguments) {
        if (instance.constant().isPresent()) {
            Instance.Constant constant = instance.constant().get();
            switch (name + arguments.size()) {
                case "name0":
                    return constant.name();
                case "ordinal0":
                    return constant.ordinal();
                case "equals1":
                    return instance == arguments.get(0);
                case "compareTo1":
                    return constant.ordinal() - place(arguments.get(0));
                case "getDeclaringClass0":
                    return new ClassLiteral(instance.type());
                default:
                    break;
            }
        }
        ClassCode code = instance.code()
                .orElseThrow(() -> new NotUnderstood(instance.type().getSimpleName() + "." + name));
        Optional<Methods.Method> method = interpreter.methods.find(interpreter.sources.lineage(code), name, arguments);
        if (method.isPresent()) {
            return interpreter.methods.run(method.get(), Optional.of(instance), arguments);
        }
        if (name.equals("toString")
                && arguments.isEmpty()
                && instance.constant().isPresent()) {
            return instance.constant().get().name();
        }
        throw new NotUnderstood(instance.type().getSimpleName() + "." + name);
    }

    private static int place(Object other) {
        if (other == null) {
            throw Thrown.nullPointer();
        }
        return ((Instance) other).constant().orElseThrow().ordinal();
    }

    /** A value as a concatenation shows it (JLS 5.1.11). */
    String text(Object value) {
        if (value instanceof Instance instance) {
            return String.valueOf(onInstance(instance, "toString", List.of()));
        }
        if (value == null
                || value instanceof String
                || value instanceof Number
                || value instanceof Character
                || value instanceof Boolean) {
            return String.valueOf(value);
        }
        throw new NotUnderstood("a value as text");
    }

    Object reference(MemberReferenceTree reference, Frame frame) {
        if (reference.getMode() != MemberReferenceTree.ReferenceMode.INVOKE) {
            return (Lambda) arguments -> {
                throw interpreter.notUnderstood(reference, frame);
            };
        }
        String name = reference.getName().toString();
        Optional<TypeElement> type = interpreter.expressions.type(reference.getQualifierExpression(), frame);
        if (type.isEmpty()) {
            Object receiver = interpreter.expressions.evaluate(reference.getQualifierExpression(), frame);
            return (Lambda) arguments -> listed(() -> onValue(receiver, name, arguments), reference, frame);
        }
        return (Lambda) arguments -> listed(
                () -> isStatic(type.get(), name, arguments)
                        ? onType(type.get(), name, arguments)
                        : onValue(arguments.get(0), name, arguments.subList(1, arguments.size())),
                reference,
                frame);
    }

    private Object listed(Supplier<Object> call, MemberReferenceTree reference, Frame frame) {
        try {
            return call.get();
        } catch (Jdk.Unlisted e) {
            throw interpreter.notUnderstood(reference, frame);
        }
    }

    private boolean isStatic(TypeElement type, String name, List<Object> arguments) {
        if (arguments.isEmpty()) {
            return true;
        }
        return type.getEnclosedElements().stream()
                .filter(ExecutableElement.class::isInstance)
                .map(ExecutableElement.class::cast)
                .filter(method -> method.getSimpleName().contentEquals(name))
                .anyMatch(method -> method.getModifiers().contains(Modifier.STATIC)
                        && method.getParameters().size() == arguments.size());
    }
}
