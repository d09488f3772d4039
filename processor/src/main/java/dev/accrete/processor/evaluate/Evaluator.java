package dev.accrete.processor.evaluate;

import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import dev.accrete.processor.read.CompilerTrees;
import dev.accrete.processor.source.Evaluation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Evaluates sources as of one round. Results are kept: each dialect asks again. Not thread-safe. */
public final class Evaluator implements Evaluation {

    private static final String CONVERT = "convertToDatabaseColumn";
    private static final String HIBERNATE = "org.hibernate.";
    private static final Unknown WITHOUT_SOURCE = new Unknown("its source is not to be had");

    private final Elements elements;
    private final SourcePositions positions;
    private final SourceTrees sources;
    private final Map<List<String>, Result> known = new HashMap<>();

    private Evaluator(Elements elements, SourcePositions positions, SourceTrees sources) {
        this.elements = elements;
        this.positions = positions;
        this.sources = sources;
    }

    /**
     * An evaluator of a compile's sources, and those around it. Knows nothing where Java comes without javac's parser.
     *
     * @param compiled canonical names of classes whose sources are compiled
     * @param classOutput where it compiles to, if that lies in the file system
     */
    public static Evaluation of(
            ProcessingEnvironment environment, Collection<String> compiled, Optional<Path> classOutput) {
        if (!CompilerTrees.areReadable()) {
            return Evaluation.none();
        }
        Optional<Trees> trees = CompilerTrees.of(environment);
        SourceFiles files = new SourceFiles(environment, trees, compiled, classOutput);
        return new Evaluator(
                environment.getElementUtils(), CompilerTrees.positions(trees), new SourceTrees(trees, files));
    }

    @Override
    public Result ofConstants(String converter, String enumeration) {
        return known.computeIfAbsent(
                List.of(converter, enumeration),
                key -> converted(
                        converter, interpreter -> List.copyOf(interpreter.fields.constants(type(enumeration)))));
    }

    @Override
    public Result ofBooleans(String converter) {
        return known.computeIfAbsent(
                List.of(converter), key -> converted(converter, interpreter -> Arrays.asList(false, true, null)));
    }

    private Result converted(String converter, Function<Interpreter, List<Object>> values) {
        return evaluate(converter, interpreter -> {
            Instance instance = interpreter.constructors.create(type(converter), List.of());
            List<Object> results = new ArrayList<>();
            for (Object value : values.apply(interpreter)) {
                results.add(interpreter.calls.onInstance(instance, CONVERT, Arrays.asList(value)));
            }
            return results;
        });
    }

    @Override
    public Result ofField(String enumeration, String field) {
        return known.computeIfAbsent(
                List.of(enumeration, field, "field"),
                key -> evaluate(enumeration, interpreter -> {
                    List<Object> values = new ArrayList<>();
                    for (Instance constant : interpreter.fields.constants(type(enumeration))) {
                        values.add(Poison.check(interpreter
                                .fields
                                .of(constant, field)
                                .orElseThrow(() -> new NotUnderstood("the field " + field))
                                .read()));
                    }
                    return values;
                }));
    }

    @Override
    public Result ofMethod(String type, String method) {
        return known.computeIfAbsent(
                List.of(type, method, "method"),
                key -> evaluate(type, interpreter -> {
                    Instance instance = interpreter.constructors.create(type(type), List.of());
                    List<Object> arguments = Collections.nCopies(parameters(type, method), JdbcTypeLookup.INSTANCE);
                    Object value = interpreter.calls.onInstance(instance, method, arguments);
                    return Collections.singletonList(asText(value));
                }));
    }

    @Override
    public Result ofSuperclassArgument(String type, String superclass, int index) {
        return known.computeIfAbsent(
                List.of(type, superclass, "argument " + index),
                key -> evaluate(
                        type,
                        interpreter -> Collections.singletonList(asText(interpreter
                                .constructors
                                .create(type(type), List.of())
                                .handedOn(superclass, index)))));
    }

    private static Object asText(Object value) {
        if (value instanceof ClassLiteral literal) {
            return literal.type().getQualifiedName().toString();
        }
        if (value instanceof JdbcTypeLookup.OfCode jdbcType) {
            return jdbcType.code();
        }
        if (value instanceof JdbcTypeLookup.OfClass jdbcType) {
            return jdbcType.name();
        }
        return value instanceof Instance instance
                ? instance.constant()
                        .map(Instance.Constant::name)
                        .orElseGet(() -> instance.type().getQualifiedName().toString())
                : value;
    }

    @Override
    public Optional<String> declaredBy(String type, String method) {
        return declaration(type, method)
                .map(each -> ((TypeElement) each.getEnclosingElement())
                        .getQualifiedName()
                        .toString());
    }

    private int parameters(String type, String method) {
        return declaration(type, method)
                .map(each -> each.getParameters().size())
                .orElse(0);
    }

    private Optional<ExecutableElement> declaration(String type, String method) {
        return Optional.ofNullable(elements.getTypeElement(type)).stream()
                .flatMap(found -> sources.hierarchy(found).stream())
                .filter(each -> !each.getKind().isInterface()
                        || !each.getQualifiedName().toString().startsWith(HIBERNATE))
                .flatMap(each -> each.getEnclosedElements().stream())
                .filter(each -> each.getKind() == ElementKind.METHOD
                        && each.getSimpleName().contentEquals(method))
                .map(ExecutableElement.class::cast)
                .findFirst();
    }

    @Override
    public boolean isHandedOn(String type, String method, String parameter) {
        return Optional.ofNullable(elements.getTypeElement(type)).stream()
                .flatMap(found -> sources.hierarchy(found).stream())
                .filter(each -> !each.getQualifiedName().toString().startsWith(HIBERNATE))
                .filter(each -> each.getEnclosedElements().stream()
                        .anyMatch(member -> member.getKind() == ElementKind.METHOD
                                && member.getSimpleName().contentEquals(method)))
                .allMatch(each -> sources.code(each)
                        .filter(code -> isHandedOn(code, method, parameter))
                        .isPresent());
    }

    private static boolean isHandedOn(ClassCode code, String method, String parameter) {
        return code.methods(method).stream()
                .allMatch(each -> each.getParameters().stream()
                        .filter(one -> one.getType().toString().endsWith(parameter))
                        .allMatch(one -> HandedOn.is(each, one.getName().toString())));
    }

    private TypeElement type(String name) {
        return Optional.ofNullable(elements.getTypeElement(name))
                .orElseThrow(() -> new NotUnderstood("the class " + name));
    }

    private Result evaluate(String type, Function<Interpreter, List<Object>> evaluation) {
        try {
            if (sources.code(type(type)).isEmpty()) {
                return WITHOUT_SOURCE;
            }
            TypeNames names = new TypeNames(elements, sources);
            return new Values(evaluation.apply(new Interpreter(sources, names, positions)));
        } catch (NotUnderstood e) {
            return new Unknown(e.getMessage() + " is not understood");
        } catch (Thrown e) {
            return new Unknown("it throws " + e.getMessage());
        } catch (RuntimeException | StackOverflowError e) {
            // An error of the interpreter's own must not cost more than the annotation that states the values.
            return new Unknown("reading it failed with " + e);
        }
    }
}
