package dev.accrete.processor.evaluate;

import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;

/**
 * Finds and runs methods (JLS 15.12). Types of arguments are those of the values; where more than one method takes these,
 * the evaluation ends.
 */
final class Methods {

    private final Interpreter interpreter;

    Methods(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** A method in its class. */
    record Method(ClassCode owner, MethodTree tree) {

        boolean isStatic() {
            return ClassCode.isStatic(tree);
        }

        boolean isPrivate() {
            return tree.getModifiers().getFlags().contains(Modifier.PRIVATE);
        }
    }

    /**
     * The method that a call on a class means.
     *
     * @return empty if neither the class nor a supertype has one with a body
     * @throws NotUnderstood if it is in a class without source, or overloads can't be told apart
     */
    Optional<Method> find(List<SourceTrees.Layer> lineage, String name, List<Object> arguments) {
        Optional<Method> found = Optional.empty();
        for (SourceTrees.Layer layer : lineage) {
            if (layer.code().isEmpty()) {
                if (found.isEmpty() && hasBody(layer, name)) {
                    throw new NotUnderstood(layer.type().getSimpleName() + "." + name + ", which has no source here,");
                }
                continue;
            }
            ClassCode code = layer.code().get();
            List<MethodTree> withBody = code.methods(name).stream()
                    .filter(method -> method.getBody() != null)
                    .toList();
            Optional<Method> method = choose(withBody, arguments).map(tree -> new Method(code, tree));
            if (found.isEmpty()) {
                found = method;
            } else if (method.isPresent() && !parameters(found.get()).equals(parameters(method.get()))) {
                throw new NotUnderstood("the method " + name + ", which is overloaded,");
            }
        }
        return found;
    }

    private static String parameters(Method method) {
        return method.tree().getParameters().stream()
                .map(VariableTree::getType)
                .toList()
                .toString();
    }

    private static boolean hasBody(SourceTrees.Layer layer, String name) {
        return layer.type().getEnclosedElements().stream()
                .filter(each -> each.getKind() == ElementKind.METHOD)
                .filter(each -> each.getSimpleName().contentEquals(name))
                .map(Element::getModifiers)
                .anyMatch(modifiers -> !modifiers.contains(Modifier.ABSTRACT));
    }

    /** Whether a class has or inherits a method of a name, with a body or not. */
    static boolean has(List<SourceTrees.Layer> lineage, String name) {
        return lineage.stream()
                .anyMatch(layer -> layer.code().isPresent()
                        ? !layer.code().get().methods(name).isEmpty()
                        : layer.type().getEnclosedElements().stream()
                                .filter(each -> each.getKind() == ElementKind.METHOD)
                                .anyMatch(each -> each.getSimpleName().contentEquals(name)));
    }

    /** The one among methods or constructors that takes the arguments. */
    Optional<MethodTree> choose(List<MethodTree> methods, List<Object> arguments) {
        List<MethodTree> fitting = methods.stream()
                .filter(method -> !isVariable(method) && fits(method, arguments))
                .toList();
        if (fitting.isEmpty()) {
            fitting = methods.stream()
                    .filter(method ->
                            isVariable(method) && method.getParameters().size() <= arguments.size() + 1)
                    .toList();
        }
        if (fitting.size() > 1) {
            throw new NotUnderstood("the method " + fitting.get(0).getName() + ", which is overloaded,");
        }
        return fitting.stream().findFirst();
    }

    private static boolean fits(MethodTree method, List<Object> arguments) {
        List<? extends VariableTree> parameters = method.getParameters();
        if (parameters.size() != arguments.size()) {
            return false;
        }
        for (int i = 0; i < arguments.size(); i++) {
            if (!Operators.fits(arguments.get(i), parameters.get(i).getType())) {
                return false;
            }
        }
        return true;
    }

    /** Whether the last parameter takes any number of arguments. */
    private static boolean isVariable(MethodTree method) {
        List<? extends VariableTree> parameters = method.getParameters();
        return !parameters.isEmpty()
                && parameters.get(parameters.size() - 1).toString().contains("...");
    }

    /** Puts arguments into the parameters. */
    void declare(MethodTree method, List<Object> arguments, Frame frame) {
        List<? extends VariableTree> parameters = method.getParameters();
        List<Object> values = isVariable(method) ? packed(method, arguments) : arguments;
        for (int i = 0; i < parameters.size(); i++) {
            frame.declare(
                    parameters.get(i).getName().toString(), parameters.get(i).getType(), values.get(i));
        }
    }

    private static List<Object> packed(MethodTree method, List<Object> arguments) {
        int last = method.getParameters().size() - 1;
        if (arguments.size() == last + 1 && (arguments.get(last) == null || arguments.get(last) instanceof Object[])) {
            return arguments;
        }
        List<Object> values = new ArrayList<>(arguments.subList(0, last));
        Object[] rest = arguments.subList(last, arguments.size()).toArray();
        if (Arrays.stream(rest).anyMatch(Poison.class::isInstance)) {
            values.add(Arrays.stream(rest)
                    .filter(Poison.class::isInstance)
                    .findFirst()
                    .get());
            return values;
        }
        if (method.getParameters().get(last).getType() instanceof ArrayTypeTree type) {
            for (int i = 0; i < rest.length; i++) {
                rest[i] = Operators.convert(rest[i], type.getType());
            }
        }
        values.add(rest);
        return values;
    }

    /** @param self empty for a static method */
    Object run(Method method, Optional<Instance> self, List<Object> arguments) {
        interpreter.enter();
        try {
            Frame frame = Frame.of(
                    method.owner(),
                    method.isStatic() ? Optional.empty() : self,
                    method.tree().getReturnType());
            declare(method.tree(), arguments, frame);
            return Poison.check(
                    interpreter.statements.run(method.tree().getBody(), frame).value());
        } finally {
            interpreter.leave();
        }
    }
}
